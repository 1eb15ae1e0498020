import type { Json } from '#lib/base/canonical-json.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';
import type { ExerciseDictionary } from '#lib/i18n/messages/fr-exercise.ts';
import type { RichText } from './rich-text.ts';

/** What is known of a challenge on the screen by whoever says how it is done. */
export interface Scene<Params = unknown> {
  readonly params: Params;
  /** The learner's words for a text reference; any other text comes back as it is. */
  readonly rich: (text: string) => RichText;
  readonly plain: (text: string) => string;
  readonly words: ExerciseDictionary;
  readonly locale: ContentLocale;
}

/** The third part of a kind of challenge: it tells a beginner what to press. */
export interface Teller<Params = unknown, Response extends Json = Json> {
  /** One short sentence: how to come from one response to the next on the screen; empty when it knows none. */
  tell(before: Response | undefined, after: Response, scene: Scene<Params>): string;
}
