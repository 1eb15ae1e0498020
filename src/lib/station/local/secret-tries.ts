import type { Table } from 'dexie';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { TriesRow } from '#lib/local/database.ts';
import { afterFailure, afterWaiting, mayTry, noTries } from '../tries.ts';

interface Guarded {
  readonly tries: TriesRow;
}

/** A row with its secret to be tried: the try is counted before, so that no crash makes it free; refused with `wait`, or when there is no such row. */
export async function chargeTry<Row extends Guarded>(
  table: Table<Row, string>,
  id: string,
): Promise<Result<Row, 'wait' | 'gone'>> {
  return table.db.transaction('rw', table, async () => {
    const row = await table.get(id);
    if (row === undefined) return refusal('gone');
    if (!mayTry(row.tries)) return refusal('wait');
    await table.put({ ...row, tries: afterFailure(row.tries) });
    return success(row);
  });
}

/** The secret was the right one: tries count from nothing again. */
export async function forgiveTries<Row extends Guarded>(
  table: Table<Row, string>,
  id: string,
): Promise<void> {
  await setTries(table, id, () => noTries);
}

/** Counts time that passed with a page open; returns the milliseconds that are left to wait. */
export async function passTime<Row extends Guarded>(
  table: Table<Row, string>,
  id: string,
  elapsedMs: number,
): Promise<number> {
  return (await setTries(table, id, (tries) => afterWaiting(tries, elapsedMs)))?.waitMs ?? 0;
}

async function setTries<Row extends Guarded>(
  table: Table<Row, string>,
  id: string,
  change: (tries: TriesRow) => TriesRow,
): Promise<TriesRow | undefined> {
  return table.db.transaction('rw', table, async () => {
    const row = await table.get(id);
    if (row === undefined) return undefined;
    const tries = change(row.tries);
    await table.put({ ...row, tries });
    return tries;
  });
}
