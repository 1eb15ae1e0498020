import { daysBetweenSittings, isMeasure, type PolicyChoice } from '#lib/assessment/policy.ts';
import type { CampaignRef, JournalEvent } from '#lib/journal/event.ts';
import type { JournalDays } from '#lib/journal/passing-time.ts';
import type { Standing } from './standing.ts';

/** After that many days since its last test, a competence may be begun anew. */
const daysBeforeReset = 7;

/**
 * The day from which a test may be taken again; undefined when it may be now. What counts is the last time that the same
 * test was taken to its end, alone or for the same campaign: a group that asks for a test does not wait.
 */
export function againFrom(
  { policy, competence }: PolicyChoice,
  campaign: CampaignRef | null,
  events: readonly JournalEvent[],
  { days, today }: JournalDays,
): number | undefined {
  if (!isMeasure(policy)) return undefined;
  const same = new Set(
    events.flatMap((event) =>
      event.type === 'attempt.started' &&
      event.policy === policy &&
      event.competence === competence &&
      event.campaign?.campaign === campaign?.campaign
        ? [event.attempt]
        : [],
    ),
  );
  const last = events.findLastIndex((event) => event.type === 'attempt.completed' && same.has(event.attempt));
  const from = (days[last] ?? -Infinity) + daysBetweenSittings[policy];
  return from > today ? from : undefined;
}

/** The day from which a competence may be begun anew; undefined when it may be now, or when there is nothing to begin anew. */
export function resetFrom({ source, statement }: Standing, today: number): number | undefined {
  const from = source === 'measured' && statement ? statement.day + daysBeforeReset : today;
  return from > today ? from : undefined;
}
