import { success, type Result } from '#lib/base/result.ts';
import { localDatabase } from '#lib/local/database.ts';
import { agreeTo, keepReport, keptReports, type BoxRefusal, type KeptReport } from './local/report-box.ts';
import type { Draft, Report } from './report.ts';
import { surroundings } from './surroundings.ts';

/** The reports of the learner at this device, and what becomes of them. */
class Reports {
  #all = $state.raw<readonly KeptReport[]>([]);

  /** The last one first. */
  get all(): readonly KeptReport[] {
    return this.#all;
  }

  /** Reads them again: one was written, or sent. */
  async refresh(): Promise<void> {
    this.#all = await keptReports(localDatabase(), surroundings().learner()).catch(() => []);
  }

  /** Keeps one on the device. */
  async keep(draft: Draft, application: string): Promise<Result<Report, BoxRefusal>> {
    const learner = surroundings().learner();
    const kept = await keepReport(localDatabase(), learner, draft, application, Date.now());
    await this.refresh();
    return kept;
  }

  /** Records that it may leave, and tries to send. */
  async agree(report: Report): Promise<Result<'done', BoxRefusal>> {
    const agreed = await agreeTo(localDatabase(), report.id, Date.now());
    await this.refresh();
    if (!agreed.ok) return agreed;
    void surroundings().carry();
    return success('done');
  }
}

export const reports = new Reports();
