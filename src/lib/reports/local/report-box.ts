import { assert } from '#lib/base/assert.ts';
import { base64url, textOf, utf8 } from '#lib/base/bytes.ts';
import { randomBytes } from '#lib/base/platform/crypto.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { LocalDatabase, ReportRow } from '#lib/local/database.ts';
import { lockBytes, unlockBytes } from '#lib/local/device-key.ts';
import { storageFailureOf, type StorageFailure } from '#lib/local/storage-failure.ts';
import { printReport, readReport, reportOf, type Draft, type Report } from '../report.ts';

/** Where a report stands. */
export type ReportStatus = 'kept' | 'waiting' | 'left' | 'received' | 'refused';

/** A report on this device, opened. */
export interface KeptReport {
  readonly report: Report;
  readonly createdAt: number;
  readonly status: ReportStatus;
  /** By the server's clock (UTC milliseconds). */
  readonly receivedAt?: number;
}

export type BoxRefusal = StorageFailure | 'alreadyLeft' | 'saysNothing';

/** Keeps a report on the device, locked; nothing of it leaves. Refused with `saysNothing` when it says too little to be one. */
export async function keepReport(
  database: LocalDatabase,
  learner: string,
  draft: Draft,
  application: string,
  now: number,
): Promise<Result<Report, BoxRefusal>> {
  const report = reportOf(draft, base64url(randomBytes(16)), application);
  if (report === undefined) return refusal('saysNothing');
  try {
    const locked = await lockBytes(database, utf8(printReport(report)));
    await database.reports.add({ id: report.id, learner, createdAt: now, ...locked });
    return success(report);
  } catch (error) {
    return refusal(storageFailureOf(error));
  }
}

/** Notes that the person agrees that a report leaves. */
export function agreeTo(
  database: LocalDatabase,
  id: string,
  now: number,
): Promise<Result<'done', BoxRefusal>> {
  return change(database, id, ({ refusal: _refusal, leftAt: _leftAt, ...row }) => ({
    ...row,
    agreedAt: now,
  }));
}

/** Takes the agreement back; refused once a sending has begun. */
export function cancelReport(database: LocalDatabase, id: string): Promise<Result<'done', BoxRefusal>> {
  return change(database, id, ({ agreedAt: _agreedAt, ...row }) => row);
}

/** Erases a report from the device; refused while a sending that began has no answer. */
export function eraseReport(database: LocalDatabase, id: string): Promise<Result<'done', BoxRefusal>> {
  return change(database, id, () => undefined);
}

/** The reports that a learner wrote here, the last one first; one that no longer opens is passed over. */
export async function keptReports(database: LocalDatabase, learner: string): Promise<readonly KeptReport[]> {
  const rows = await database.reports.where('learner').equals(learner).toArray();
  const opened = await Promise.all(rows.map((row) => open(database, row)));
  return opened.flatMap((each) => each ?? []).toSorted((left, right) => right.createdAt - left.createdAt);
}

/** Where a report stands, by its row. */
export function statusOf(row: ReportRow): ReportStatus {
  if (row.receivedAt !== undefined) return 'received';
  if (row.refusal !== undefined) return 'refused';
  if (row.leftAt !== undefined) return 'left';
  return row.agreedAt === undefined ? 'kept' : 'waiting';
}

async function open(database: LocalDatabase, row: ReportRow): Promise<KeptReport | undefined> {
  try {
    const read = readReport(textOf(await unlockBytes(database, row)));
    if (!read.ok) return undefined;
    const { createdAt, receivedAt } = row;
    const status = statusOf(row);
    return { report: read.value, createdAt, status, ...(receivedAt !== undefined && { receivedAt }) };
  } catch {
    return undefined;
  }
}

// In one transaction, so that a sending that begins meanwhile is seen.
async function change(
  database: LocalDatabase,
  id: string,
  next: (row: ReportRow) => ReportRow | undefined,
): Promise<Result<'done', BoxRefusal>> {
  try {
    return await database.transaction('rw', database.reports, async () => {
      const row = await database.reports.get(id);
      assert(row !== undefined, 'a report that is shown is kept');
      if (statusOf(row) === 'left') return refusal('alreadyLeft');
      const changed = next(row);
      if (changed === undefined) await database.reports.delete(id);
      else await database.reports.put(changed);
      return success('done');
    });
  } catch (error) {
    return refusal(storageFailureOf(error));
  }
}
