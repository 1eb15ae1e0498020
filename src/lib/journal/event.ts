import type { Moment } from '#lib/base/clock.ts';
import type { Json } from '#lib/base/canonical-json.ts';
import type { Outcome } from '#lib/challenges/challenge.ts';

/** The age bands asked on the device before the first sending. */
export const ageBands = ['under13', '13-14', '15-17', 'adult'] as const;
export type AgeBand = (typeof ageBands)[number];

/** A level as it was computed when an attempt ended; kept so that the result never changes by itself. */
export interface LevelFact {
  readonly target: string;
  readonly level: number;
  readonly low: number;
  readonly high: number;
  /** Probability of the exact level, 0 to 1. */
  readonly certainty: number;
}

/** A campaign that a learner joined. */
export interface CampaignRef {
  readonly organisation: string;
  readonly campaign: string;
}

/** What somebody says of a lesson: whether it helped. */
export const lessonRatings = ['yes', 'aLittle', 'no'] as const;
export type LessonRating = (typeof lessonRatings)[number];

interface LessonAnswers {
  readonly lesson: string;
  /** By check: the option that was chosen first. */
  readonly answers: Readonly<Record<string, string>>;
}

/** A printed card was taken in: where somebody stood on another device, on their word alone. */
export interface SnapshotFact {
  readonly type: 'snapshot.restored';
  /** When the card was made (YYYY-MM-DD). */
  readonly day: string;
  readonly levels: readonly LevelFact[];
  /** Short hashes of the skills to review. */
  readonly review: readonly number[];
  /** Short hashes of the items that were met, those met last at the end; not always all of them. */
  readonly seen: readonly number[];
}

/** What happened, as facts. Replaying folds them; it never grades or selects again. */
export type EventFact =
  | { readonly type: 'learner.named'; readonly nickname: string; readonly avatar: string }
  | { readonly type: 'ageBand.declared'; readonly band: AgeBand; readonly isGuardianAgreed: boolean }
  | ({ readonly type: 'campaign.joined' } & CampaignRef)
  | { readonly type: 'code.entered'; readonly code: string }
  | { readonly type: 'code.dropped'; readonly code: string; readonly reason: string }
  | {
      readonly type: 'attempt.started';
      readonly attempt: string;
      readonly policy: string;
      /** The competence of a `competence` attempt and of practice; null for the others. */
      readonly competence: string | null;
      /** The skill that is practised; absent for the others. */
      readonly skill?: string;
      /** The items of a printed form, in their order; absent where each is chosen. */
      readonly form?: readonly string[];
      readonly bundle: string;
      readonly revision: number;
      readonly engine: number;
      readonly grader: number;
      readonly seed: string;
      /** How many questions there are at most. */
      readonly length: number;
      readonly campaign: CampaignRef | null;
      readonly item: string;
    }
  | {
      readonly type: 'response.given';
      readonly attempt: string;
      readonly item: string;
      readonly response: Json;
      readonly outcome: Outcome;
      readonly score: number;
      readonly steps: number;
      readonly mistakes: readonly string[];
      /** 0 none, 1 a hint, 2 shown how, 3 done together. */
      readonly help: number;
      readonly seconds: number;
      /** In an exam: how many times the page was left; absent for never. */
      readonly left?: number;
      /** The item chosen next; null when the attempt is over. */
      readonly next: string | null;
    }
  | { readonly type: 'attempt.completed'; readonly attempt: string; readonly levels: readonly LevelFact[] }
  | { readonly type: 'attempt.abandoned'; readonly attempt: string }
  /** Begun anew: what was stated of it until then no longer counts in the profile. */
  | { readonly type: 'competence.reset'; readonly competence: string }
  | SnapshotFact
  /** From its beginning: once more, for a lesson that was done. */
  | { readonly type: 'lesson.opened'; readonly lesson: string }
  | ({
      readonly type: 'lesson.reached';
      /** The step that is on the screen, from 1. */
      readonly step: number;
    } & LessonAnswers)
  | ({ readonly type: 'lesson.finished' } & LessonAnswers)
  | { readonly type: 'lesson.rated'; readonly lesson: string; readonly rating: LessonRating }
  /** Put aside to be found again, or no longer. */
  | { readonly type: 'lesson.kept'; readonly lesson: string; readonly isKept: boolean }
  /** A badge was said when it came. */
  | { readonly type: 'badge.told'; readonly badge: string }
  | ({
      readonly type: 'consent.given';
      readonly attempt: string;
      readonly scope: string;
      /** SHA-256 of the text that was shown (base64url). */
      readonly textHash: string;
      /** SHA-256 of what leaves (base64url). */
      readonly payloadHash: string;
      /** The entry of the outbox. */
      readonly outbox: string;
    } & CampaignRef)
  | { readonly type: 'consent.cancelled'; readonly outbox: string }
  | {
      readonly type: 'consent.withdrawn';
      readonly outbox: string;
      /** The entry of the outbox that carries the request. */
      readonly withdrawal: string;
    };

/** A fact with the moment it was recorded; the moment is data and never order. */
export type JournalEvent = EventFact & Moment;

/** The version of the body that this code writes. */
const bodyVersion = 1;

/** The text of an event as the journal keeps it. */
export function printEvent(event: JournalEvent): string {
  return JSON.stringify({ version: bodyVersion, ...event });
}

/** The event in a text of any version ever written; undefined for one of a newer application, which is kept and passed over. */
export function parseEvent(text: string): JournalEvent | undefined {
  const parsed = JSON.parse(text) as { version?: number };
  if (parsed.version !== bodyVersion) return undefined;
  const { version: _version, ...event } = parsed;
  return event as JournalEvent;
}
