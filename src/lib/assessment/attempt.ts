import type { Json } from '#lib/base/canonical-json.ts';
import type { Moment } from '#lib/base/clock.ts';
import type { Outcome } from '#lib/challenges/challenge.ts';
import type { CampaignRef, JournalEvent, LevelFact } from '#lib/journal/event.ts';

/** One answer of an attempt, as it was recorded. */
export interface GivenResponse {
  readonly item: string;
  readonly response: Json;
  readonly outcome: Outcome;
  readonly score: number;
  readonly steps: number;
  readonly mistakes: readonly string[];
  readonly help: number;
  readonly seconds: number;
  /** When it was given (UTC milliseconds). */
  readonly at: number;
}

/** Where an attempt stands: the fold of its events. */
export interface Attempt {
  readonly id: string;
  readonly policy: string;
  readonly competence: string | null;
  /** The skill that is practised. */
  readonly skill?: string;
  /** The items of a printed form, in their order. */
  readonly form?: readonly string[];
  readonly bundle: string;
  readonly revision: number;
  readonly engine: number;
  readonly grader: number;
  readonly seed: string;
  /** How many questions there are at most. */
  readonly length: number;
  readonly campaign: CampaignRef | null;
  readonly startedAt: Moment;
  readonly responses: readonly GivenResponse[];
  /** The item to answer now; null once the last was answered. */
  readonly current: string | null;
  readonly status: 'running' | 'completed' | 'abandoned';
  readonly levels: readonly LevelFact[];
}

/** Folds one event into the attempts of a learner; events about anything else leave them as they are. */
export function evolve(attempts: readonly Attempt[], event: JournalEvent): readonly Attempt[] {
  if (event.type === 'attempt.started') return [...attempts, started(event)];
  if (!('attempt' in event) || event.type === 'consent.given') return attempts;
  return attempts.map((attempt) => (attempt.id === event.attempt ? next(attempt, event) : attempt));
}

function started(event: JournalEvent & { readonly type: 'attempt.started' }): Attempt {
  return {
    id: event.attempt,
    policy: event.policy,
    competence: event.competence,
    ...(event.skill !== undefined && { skill: event.skill }),
    ...(event.form !== undefined && { form: event.form }),
    bundle: event.bundle,
    revision: event.revision,
    engine: event.engine,
    grader: event.grader,
    seed: event.seed,
    length: event.length,
    campaign: event.campaign,
    startedAt: { at: event.at, offsetMinutes: event.offsetMinutes },
    responses: [],
    current: event.item,
    status: 'running',
    levels: [],
  };
}

function next(attempt: Attempt, event: JournalEvent): Attempt {
  switch (event.type) {
    case 'response.given': {
      const { item, response, outcome, score, steps, mistakes, help, seconds, at } = event;
      const given = { item, response, outcome, score, steps, mistakes, help, seconds, at };
      return { ...attempt, responses: [...attempt.responses, given], current: event.next };
    }
    case 'attempt.completed':
      return { ...attempt, status: 'completed', levels: event.levels };
    case 'attempt.abandoned':
      return { ...attempt, status: 'abandoned' };
    default:
      return attempt;
  }
}
