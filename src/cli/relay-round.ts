import { readEnvelope } from '#lib/sync/parcel.ts';
import { claimedReceipt } from '#lib/sync/receipt.ts';
import { exchange } from '#lib/sync/platform/exchange.ts';
import { nameOf, type RelayStore } from '#lib/sync/server/relay-store.ts';
import { loadsOf } from '#lib/sync/wire.ts';

/** Hears of what happens, as names and values. */
export type Tell = (event: Readonly<Record<string, string | number>>) => void;

/** Parcels that are read from the disk at a time. */
const AT_A_TIME = 200;

interface Passed {
  receipts: number;
  refusals: number;
}

/** Sends what waits, with a time only what need not wait longer then; true when nothing of it waits any more. */
export async function passOn(
  store: RelayStore,
  upstream: string,
  tell: Tell,
  now?: number,
): Promise<boolean> {
  const names = await store.waiting(now);
  const passed: Passed = { receipts: 0, refusals: 0 };
  for (let at = 0; at < names.length; at += AT_A_TIME) {
    const parcels = await Promise.all(names.slice(at, at + AT_A_TIME).map((name) => store.parcel(name)));
    for (const load of loadsOf(parcels)) {
      if (await passLoad(store, upstream, load, passed, tell)) continue;
      tell({ event: 'noNetwork', waiting: names.length });
      return false;
    }
  }
  const waiting = (await store.waiting()).length;
  if (names.length > 0) tell({ event: 'passedOn', sent: names.length, ...passed, waiting });
  return (await store.waiting(now)).length === 0;
}

/** Sends some parcels in one request; of several, each that a refusal may mean goes alone after that. False without a network. */
async function passLoad(
  store: RelayStore,
  upstream: string,
  load: readonly Uint8Array[],
  passed: Passed,
  tell: Tell,
): Promise<boolean> {
  const frames = await exchange(upstream, load).catch(() => undefined);
  if (frames === undefined) return false;
  const receipts = frames.flatMap((frame) => (frame.type === 'receipt' ? [frame.bytes] : []));
  const refusals = frames.flatMap((frame) => (frame.type === 'refusal' ? [frame.refusal] : []));
  for (const bytes of receipts) await store.keepReceipt(bytes);
  passed.receipts += receipts.length;
  const covered = new Set(receipts.flatMap((bytes) => claimedReceipt(bytes)?.device ?? []));
  for (const bytes of load) {
    const name = nameOf(bytes);
    const device = readEnvelope(bytes)?.device ?? '';
    if (name === undefined) continue;
    const refusal = refusals.find((each) => each.device === undefined || each.device === device);
    if (refusal === undefined && covered.has(device)) await store.settle(name);
    else if (refusal !== undefined && load.length > 1) {
      if (!(await passLoad(store, upstream, [bytes], passed, tell))) return false;
    } else {
      const isOver = await store.note(name, Date.now(), refusal, refusal && receipts);
      if (refusal !== undefined) passed.refusals += 1;
      if (isOver) tell({ event: 'refused', parcel: name, reason: refusal?.reason ?? '' });
    }
  }
  return true;
}
