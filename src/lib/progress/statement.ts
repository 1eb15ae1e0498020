import type { PolicyName } from '#lib/adaptive/policy.ts';
import { dayNumber } from '#lib/base/clock.ts';
import { isMeasure } from '#lib/assessment/policy.ts';
import type { JournalEvent, LevelFact } from '#lib/journal/event.ts';

const dayMs = 86_400_000;

/** A level as a test stated it. */
export interface Statement extends LevelFact {
  readonly attempt: string;
  readonly policy: PolicyName;
  /** The day by the journal's time: for counting. */
  readonly day: number;
  /** The day as the calendar of the device had it: for showing. */
  readonly date: number;
}

/** What a journal says of levels, in its order. */
export interface Statements {
  readonly all: readonly Statement[];
  /** By competence that was begun anew: how many statements stood before. */
  readonly resets: ReadonlyMap<string, number>;
  /** What the last printed card says: where somebody stood elsewhere, on their word alone. */
  readonly card: readonly CardStatement[];
}

/** A level as a printed card has it. */
export interface CardStatement extends LevelFact {
  readonly day: number;
  /** The day that the card was made, as the calendar has it. */
  readonly date: number;
}

/** Every level that tests stated; `days` has the day of each event. Practice and reviews state none. */
export function statementsOf(events: readonly JournalEvent[], days: readonly number[]): Statements {
  const policies = new Map<string, string>();
  const all: Statement[] = [];
  const resets = new Map<string, number>();
  let card: readonly CardStatement[] = [];
  events.forEach((event, index) => {
    if (event.type === 'attempt.started') policies.set(event.attempt, event.policy);
    if (event.type === 'competence.reset') resets.set(event.competence, all.length);
    if (event.type === 'snapshot.restored') {
      const date = Date.parse(`${event.day}T00:00:00Z`) / dayMs;
      card = event.levels.map((level) => ({ ...level, day: days[index] ?? 0, date }));
    }
    if (event.type !== 'attempt.completed') return;
    const policy = policies.get(event.attempt) ?? '';
    if (!isMeasure(policy)) return;
    const about = { attempt: event.attempt, policy, day: days[index] ?? 0, date: dayNumber(event) };
    all.push(...event.levels.map((level) => ({ ...level, ...about })));
  });
  return { all, resets, card };
}
