import type { LocalDatabase } from './database.ts';

const ballastBytes = 512 * 1024;

/** Sets room aside while there is some, so that an attempt in hand can be finished once storage is full. */
export async function layBallast(database: LocalDatabase): Promise<void> {
  if ((await database.kept.get('ballast')) !== undefined) return;
  const bytes = crypto.getRandomValues(new Uint8Array(65_536));
  const whole = new Uint8Array(ballastBytes);
  for (let at = 0; at < ballastBytes; at += bytes.length) whole.set(bytes, at);
  await database.kept.put({ name: 'ballast', value: whole }).catch(() => undefined);
}

/** Gives the room back; false when there was none left to give. */
export async function freeBallast(database: LocalDatabase): Promise<boolean> {
  try {
    if ((await database.kept.get('ballast')) === undefined) return false;
    await database.kept.delete('ballast');
    return true;
  } catch {
    return false;
  }
}
