import { owned } from '#lib/base/platform/crypto.ts';
import type { LocalDatabase, ReportRow } from '#lib/local/database.ts';
import { unlockBytes } from '#lib/local/device-key.ts';
import { isReachable, noteReached, type RoundOutcome } from '#lib/local/reachability.ts';
import { isFinal, readAnswer, type Answer } from '../answer.ts';
import { statusOf } from './report-box.ts';

const timeoutMs = 30_000;

/** Sends the reports that were agreed to, one request each, to the server that the application came from. One round at a time: under the caller's lock. */
export async function sendReports(database: LocalDatabase): Promise<RoundOutcome> {
  let outcome: RoundOutcome = 'empty';
  for (const { id } of await database.reports.filter(mayLeave).toArray()) {
    if (!(await isReachable(''))) return 'noNetwork';
    const row = await beginning(database, id);
    if (row === undefined) continue;
    const answer = await posted(owned(await unlockBytes(database, row)));
    if (answer === undefined) return 'noNetwork';
    if (!(await note(database, row, answer))) outcome = 'pending';
  }
  return outcome;
}

function mayLeave(row: ReportRow): boolean {
  return ['waiting', 'left'].includes(statusOf(row));
}

/** From here on it may be on the server: noted before the first byte leaves. Undefined when it was cancelled meanwhile. */
function beginning(database: LocalDatabase, id: string): Promise<ReportRow | undefined> {
  return database.transaction('rw', database.reports, async () => {
    const row = await database.reports.get(id);
    if (row === undefined || !mayLeave(row)) return undefined;
    const begun = { leftAt: Date.now(), ...row };
    await database.reports.put(begun);
    return begun;
  });
}

/** Whether the answer ends the matter. */
async function note(database: LocalDatabase, row: ReportRow, answer: Answer): Promise<boolean> {
  if ('received' in answer) {
    if (answer.received !== row.id) return false;
    await database.reports.put({ ...row, receivedAt: answer.at });
    return true;
  }
  if (!isFinal(answer.reason)) return false;
  await database.reports.put({ ...row, refusal: answer.reason });
  return true;
}

async function posted(body: Uint8Array<ArrayBuffer>): Promise<Answer | undefined> {
  try {
    const answer = await fetch('/api/reports', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return readAnswer(await answer.json());
  } catch {
    noteReached(false);
    return undefined;
  }
}
