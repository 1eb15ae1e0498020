import type { CarriedRow } from '#lib/local/carried-row.ts';
import type { LocalDatabase } from '#lib/local/database.ts';
import { isReachable, type RoundOutcome } from '#lib/local/reachability.ts';
import { claimedReceipt } from '../receipt.ts';
import { loadsOf, type Frame } from '../wire.ts';
import { keepReceipt } from './carried.ts';
import { certificateOf } from './certificates.ts';
import { exchange } from './http.ts';

/**
 * Passes on what is carried for others, and keeps the receipts for them. What was receipted is dropped: its device keeps it
 * too. A parcel that came ahead of others waits for the next round, one that was refused until it is brought again.
 */
export async function passOn(database: LocalDatabase): Promise<RoundOutcome> {
  const waiting = await database.carried.filter((row) => row.refusal === undefined).toArray();
  for (const organisation of new Set(waiting.map((row) => row.organisation))) {
    // An organisation that nobody named is looked for where the application came from.
    const endpoint = (await certificateOf(database, organisation))?.endpoint ?? '';
    if (!(await isReachable(endpoint))) return 'noNetwork';
    const rows = waiting.filter((row) => row.organisation === organisation);
    for (const load of loadsOf(rows.map(({ bytes }) => bytes))) {
      const frames = await exchange(endpoint, load);
      if (frames === undefined) return 'noNetwork';
      await settle(
        database,
        rows.filter(({ bytes }) => load.includes(bytes)),
        frames,
      );
    }
  }
  return 'empty';
}

async function settle(
  database: LocalDatabase,
  rows: readonly CarriedRow[],
  frames: readonly Frame[],
): Promise<void> {
  const receipted = new Set<string>();
  const refused = new Map<string, string>();
  for (const frame of frames) {
    if (frame.type === 'refusal') refused.set(frame.refusal.device ?? '', frame.refusal.reason);
    const receipt = frame.type === 'receipt' ? claimedReceipt(frame.bytes) : undefined;
    if (frame.type !== 'receipt' || receipt === undefined) continue;
    // Its device checks who signed it: here it is only carried.
    receipted.add(receipt.device);
    await keepReceipt(database, receipt, frame.bytes);
  }
  for (const row of rows) {
    const { organisation, device, digest } = row;
    const reason = refused.get(device);
    if (reason !== undefined) await database.carried.put({ ...row, refusal: reason });
    else if (receipted.has(device)) await database.carried.delete([organisation, device, digest]);
  }
}
