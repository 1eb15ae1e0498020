import type { LocalDatabase } from './database.ts';

const name = 'deviceKey';
const algorithm = 'AES-GCM';

/** Bytes under this device's key. */
export interface Locked {
  readonly iv: Uint8Array;
  readonly body: Uint8Array;
}

/** Locks bytes under a key that this device holds and never gives away. */
export async function lockBytes(database: LocalDatabase, plain: Uint8Array<ArrayBuffer>): Promise<Locked> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const body = await crypto.subtle.encrypt({ name: algorithm, iv }, await deviceKey(database), plain);
  return { iv, body: new Uint8Array(body) };
}

/** What was locked; throws when another device locked it. */
export async function unlockBytes(database: LocalDatabase, locked: Locked): Promise<Uint8Array> {
  const key = await deviceKey(database);
  const iv = new Uint8Array(locked.iv);
  return new Uint8Array(
    await crypto.subtle.decrypt({ name: algorithm, iv }, key, new Uint8Array(locked.body)),
  );
}

// Two tabs may both make a key at the first use: the one that was written first is the device's.
async function deviceKey(database: LocalDatabase): Promise<CryptoKey> {
  const kept = await database.kept.get(name);
  if (kept?.value instanceof CryptoKey) return kept.value;
  const made = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  return database.transaction('rw', database.kept, async () => {
    const first = await database.kept.get(name);
    if (first?.value instanceof CryptoKey) return first.value;
    await database.kept.put({ name, value: made });
    return made;
  });
}
