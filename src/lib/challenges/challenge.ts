import type { Json } from '#lib/base/canonical-json.ts';
import type { RichText } from './rich-text.ts';

/** The kinds of challenge; those after hotspot are simulators. */
export const kindNames = [
  'single-choice',
  'multiple-choice',
  'short-text',
  'number',
  'ordering',
  'matching',
  'several-fields',
  'text-selection',
  'hotspot',
  'calendar',
  'spreadsheet',
  'chat',
  'store',
  'print',
  'counter',
  'workshop',
  'blocks',
  'social',
  'map',
  'document',
  'studio',
  'files',
  'mail',
  'web',
  'phone',
] as const;
export type KindName = (typeof kindNames)[number];

/** What a person must be able to do to take a challenge; a closed list. */
export const needNames = ['hearing', 'sight', 'colour', 'fine-motor', 'keyboard', 'typing'] as const;
export type NeedName = (typeof needNames)[number];

/** A challenge without its words, as a bundle holds it. */
export interface Challenge {
  readonly id: string;
  readonly kind: KindName;
  readonly competence: string;
  readonly skill: string;
  /** The author's level, 1 to 8. */
  readonly level: number;
  /** What the kind needs, texts replaced by `@key`. */
  readonly params: Json;
  readonly needs: readonly NeedName[];
  readonly enemies: readonly string[];
  readonly timed: boolean;
  /** How long it lasts where time is limited; in an exam only. */
  readonly seconds?: number | undefined;
}

/** The words of a challenge in one language. */
export interface ChallengeTexts {
  readonly title: string;
  readonly instruction: RichText;
  readonly hint: RichText;
  readonly explanation: RichText;
  /** By mistake key: what to say to somebody who made that mistake. */
  readonly feedback: Readonly<Record<string, string>>;
  /** By key: what `@key` stands for in the parameters. */
  readonly texts: Readonly<Record<string, RichText>>;
  /** A recording of the instruction, as a `data:` address. */
  readonly clip?: string | undefined;
  /** A response that is right, to show how; absent where a bundle keeps it to itself. */
  readonly way?: Json | undefined;
}

/** What came of a response. */
export type Outcome = 'correct' | 'partial' | 'incorrect' | 'skipped' | 'timedOut';

/** How a response was judged. */
export interface Grade {
  readonly outcome: Outcome;
  /** Steps achieved, 0 to `steps`. */
  readonly score: number;
  /** Steps of the whole task; 1 for a task that is right or not. */
  readonly steps: number;
  /** Keys of the mistakes seen, for the feedback; may be empty. */
  readonly mistakes: readonly string[];
}
