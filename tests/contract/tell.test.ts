import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import type { Json } from '#lib/base/canonical-json.ts';
import { kindNames } from '#lib/challenges/challenge.ts';
import { kinds } from '#lib/challenges/registry.ts';
import type { Scene } from '#lib/challenges/tell.ts';
import { tellers } from '#lib/challenges/tellers.ts';
import { gesturesOf } from '#lib/challenges/way.ts';
import { richOf, wordsOf } from '#lib/content/words.ts';
import { contentLocales, type ContentLocale } from '#lib/i18n/locale.ts';
import { enExercise } from '#lib/i18n/messages/en-exercise.ts';
import { frExercise, type ExerciseDictionary } from '#lib/i18n/messages/fr-exercise.ts';
import { challenges } from './challenges.ts';

const mostWords = 25;
const dictionaries: Record<ContentLocale, ExerciseDictionary> = { fr: frExercise, en: enExercise };

describe.each(kindNames)('%s', (name) => {
  const own = challenges.filter(({ challenge }) => challenge.kind === name);

  test.each(contentLocales)(
    'every gesture of a right example is told in a short sentence: %s',
    async (locale) => {
      const teller = await tellers[name]();
      const words = dictionaries[locale];
      for (const { challenge, texts, examples } of own) {
        const way = examples[locale]?.find(({ outcome }) => outcome === 'correct')?.response as
          Json | undefined;
        const written = texts[locale];
        if (way === undefined || written === undefined) continue;
        const params = v.parse(kinds[name].params, challenge.params);
        const [plain, rich] = [wordsOf(written), richOf(written)];
        const scene: Scene = { params, plain, rich, words, locale };
        const ids = idsIn(challenge.params);
        const read = wordsIn(
          Object.keys(written.texts)
            .map((key) => plain(`@${key}`))
            .join(' '),
        );
        const isOwn = (id: string): boolean => ids.includes(id) && !read.has(id.toLowerCase());
        const gestures = gesturesOf(way);
        gestures.forEach((after, index) => {
          const sentence = teller.tell(gestures[index - 1], after, scene);
          const which = `${challenge.id} in ${locale}, gesture ${index + 1}: ${sentence}`;
          expect(sentence, which).toMatch(/^\P{Ll}.*\p{L}.*\.$/u);
          expect(sentence, which).not.toMatch(/(^|[\s“‘«(])@|\{|\}|undefined|null|NaN|«\s*»|“”|‘’/);
          expect(sentence.match(/[\p{L}\p{N}]\S*/gu)?.length, which).toBeLessThanOrEqual(mostWords);
          const hyphened = [...wordsIn(sentence)].filter((word) => word.includes('-'));
          expect([...namesIn(sentence), ...hyphened].filter(isOwn), which).toEqual([]);
        });
      }
    },
  );
});

/** The words of a text, hyphens kept, so that an id is one. */
function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*/gu));
}

/** Every id that an author gave under the parameters. */
function idsIn(value: Json): readonly string[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(idsIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'id' && typeof inner === 'string' ? [inner] : idsIn(inner),
  );
}

/** What stands in quotes. */
function namesIn(sentence: string): readonly string[] {
  return [...sentence.matchAll(/[«“](.*?)[»”]/g)].map(([, name = '']) => name.trim());
}
