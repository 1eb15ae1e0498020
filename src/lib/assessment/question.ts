import type { Json } from '#lib/base/canonical-json.ts';
import type { Challenge, ChallengeTexts, Grade } from '#lib/challenges/challenge.ts';
import { kinds } from '#lib/challenges/registry.ts';
import type { RichText } from '#lib/challenges/rich-text.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';
import * as v from 'valibot';
import { richOf, wordsOf } from '#lib/content/words.ts';
import type { WordedChallenge } from '#lib/content/challenge-set.ts';

/** A challenge ready to be shown and graded, in its own language. */
export interface Question {
  readonly challenge: Challenge;
  readonly texts: ChallengeTexts;
  readonly language: ContentLocale;
  /** The parameters as the kind has parsed them. */
  readonly params: unknown;
  readonly rich: (text: string) => RichText;
  readonly plain: (text: string) => string;
  readonly grade: (response: Json) => Grade;
}

/** The question of a challenge; undefined when its parameters are not what its kind knows (a newer bundle). */
export function questionOf({ challenge, texts, language }: WordedChallenge): Question | undefined {
  const kind = kinds[challenge.kind];
  const parsed = v.safeParse(kind.params, challenge.params);
  if (!parsed.success) return undefined;
  const params = parsed.output;
  const words = wordsOf(texts);
  return {
    challenge,
    texts,
    language,
    params,
    rich: richOf(texts),
    plain: words,
    grade: (response) => kind.grade(params, response, words),
  };
}

/** What to say after a response: the words for the first mistake that has some, undefined when there are none. */
export function feedbackOf(texts: ChallengeTexts, mistakes: readonly string[]): string | undefined {
  for (const mistake of mistakes) {
    const said = texts.feedback[mistake];
    if (said !== undefined) return said;
  }
  return undefined;
}
