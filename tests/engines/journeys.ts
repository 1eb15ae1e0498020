import { browsers } from './browsers.ts';
import { learnerJourney } from './learner-journey.ts';

/** What came of the learner's journey in one browser. */
export interface JourneyRow {
  readonly name: string;
  readonly agent: string;
  readonly seconds: number;
  /** The middle of the levels held possible, before and after three weeks; absent when the journey broke off. */
  readonly levels?: { readonly before: number; readonly after: number };
  readonly fault?: string;
}

/** The learner's journey in each browser of this machine, one after the other; what is not here gives no row. */
export async function runJourneys(say: (line: string) => void): Promise<readonly JourneyRow[]> {
  const rows: JourneyRow[] = [];
  for (const { name, drive } of browsers) {
    const opening = drive();
    if (opening === undefined) continue;
    const start = performance.now();
    const tab = await opening;
    const row = (): { name: string; agent: string; seconds: number } => ({
      name,
      agent: tab.agent,
      seconds: Math.round((performance.now() - start) / 100) / 10,
    });
    try {
      const levels = await learnerJourney(tab, (step) => say(`${name}: ${step}`));
      rows.push({ ...row(), levels });
    } catch (error) {
      rows.push({ ...row(), fault: error instanceof Error ? error.message : String(error) });
    } finally {
      await tab.close();
    }
  }
  return rows;
}
