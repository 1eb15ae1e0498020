import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasExercises, locales } from '#lib/i18n/locale.ts';
import { frExercise } from '#lib/i18n/messages/fr-exercise.ts';
import { filesIn, project, textOf } from './sources.ts';

type Words = Readonly<Record<string, unknown>>;

const folder = 'src/lib/i18n/messages';
const reference = 'fr';

// Proper names, languages in themselves, and words that French and another language spell alike.
const alike = new Set([
  ...['jalon', 'trouvaille', 'example', 'wi', 'fi', 'bluetooth', 'pdf'],
  ...['français', 'nederlands', 'deutsch', 'english', 'español', 'العربية'],
  ...['archive', 'code', 'communication', 'contacts', 'date', 'expert', 'information', 'message', 'minute'],
  ...['bus', 'val', 'menu', 'questions', 'conversations', 'options', 'page', 'pages', 'format', 'pixels'],
  ...['plus', 'euros', 'usb', 'hdmi', 'clicid'],
  ...['minutes', 'notes', 'notifications', 'novice', 'pause', 'photo', 'photos', 'test'],
]);
// Those that only one language shares with French.
const alikeIn: Readonly<Record<string, ReadonlySet<string>>> = {
  nl: new Set(['niveau', 'affiche', 'campagnes']),
  de: new Set(['niveau', 'adresse']),
};

const names = (locale: string) => filesIn([`${folder}/${locale}`], /\.ts$/).map((path) => basename(path));
const wordsOf = async (locale: string, name: string) =>
  (await import(`${project}/${folder}/${locale}/${name}`)) as Words;
const inExercises = new Set(Object.keys(frExercise).map((name) => `${name}.ts`));

/** The dictionaries that a language must have: those inside exercises only where exercises are written in it. */
const expectedOf = (locale: string) =>
  names(reference).filter((name) => hasExercises(locale) || !inExercises.has(name));

describe.each(locales.filter((locale) => locale !== reference))('%s', (locale) => {
  test('has the dictionaries of the others', () => {
    expect(names(locale)).toEqual(expectedOf(locale));
  });

  test.each(expectedOf(locale))('%s says everything, and nothing more', async (name) => {
    const [words, expected] = [await wordsOf(locale, name), await wordsOf(reference, name)];
    expect([...leaves(words).keys()].sort()).toEqual([...leaves(expected).keys()].sort());
  });

  test.each(expectedOf(locale))('%s is translated', async (name) => {
    const expected = leaves(await wordsOf(reference, name));
    const same = [...leaves(await wordsOf(locale, name))].filter(
      ([key, words]) => expected.get(key) === words && !isAlike(words, locale),
    );
    expect(same).toEqual([]);
  });
});

test('inside exercises, words, numbers and dates are in the language of the exercise', () => {
  const views = filesIn(['src/lib/challenges'], /\.(svelte|ts)$/);
  expect(views.filter((path) => textOf(path).includes('i18n/language.svelte.ts'))).toEqual([]);
});

/** Every sentence by its place; of one that is made of values, what stands around them. */
function leaves(words: object, place = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(words) as [string, unknown][]) {
    if (typeof value === 'object' && value !== null) {
      for (const [inner, text] of leaves(value, `${place}${key}.`)) found.set(inner, text);
    } else
      found.set(`${place}${key}`, typeof value === 'function' ? wordsIn(value.toString()) : String(value));
  }
  return found;
}

function wordsIn(source: string): string {
  const texts = [...source.matchAll(/`[^`]*`|"[^"]*"|'[^']*'/g)].map(([text]) =>
    text.replace(/\$\{[^}]*\}/g, ''),
  );
  return texts.join(' ');
}

function isAlike(words: string, locale: string): boolean {
  const letters: readonly string[] = words.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  return letters.every((word) => alike.has(word) || alikeIn[locale]?.has(word));
}
