import type { Json } from '#lib/base/canonical-json.ts';
import type { ChallengeTexts } from '#lib/challenges/challenge.ts';
import { plainText, type RichText } from '#lib/challenges/rich-text.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';
import { textAt, type SourceFiles } from './authored.ts';
import type { Place } from './check-place.ts';
import { checkWords, type SentenceCounts } from './check-words.ts';
import { tellerOf, type Fault } from './fault.ts';
import type { Example } from './source-schema.ts';
import { parseWords, type WordsFile } from './words-file.ts';

type ByLocale<Value> = Readonly<Partial<Record<ContentLocale, Value>>>;

/** The files of words of a challenge, or of a lesson, that are there; adds every fault found in them. */
export function readWords(
  place: Place,
  files: SourceFiles,
  languages: readonly ContentLocale[],
  keys: ReadonlySet<string>,
  faults: Fault[],
  counts?: SentenceCounts,
): ByLocale<WordsFile> {
  const words: Partial<Record<ContentLocale, WordsFile>> = {};
  for (const locale of languages) {
    const file = `${place.folder}/${locale}.md`;
    const tell = tellerOf(file, faults);
    const text = textAt(files, file);
    if (text === undefined) {
      tell(1, 'missingFile', `there are no words in "${locale}"`, `Write ${locale}.md.`);
      continue;
    }
    const parsed = parseWords(text, locale, tell);
    checkWords(parsed, keys, locale, tell, counts);
    words[locale] = parsed;
  }
  return words;
}

/** The words of each language as a learner's device has them; of the texts, those asked for. */
export function textsIn(words: ByLocale<WordsFile>, keys: ReadonlySet<string>): ByLocale<ChallengeTexts> {
  return Object.fromEntries(Object.entries(words).map(([locale, file]) => [locale, textsOf(file, keys)]));
}

/** The words with the first response that the author calls right, so that a device can show how. */
export function withWay(
  words: ByLocale<ChallengeTexts>,
  examples: ByLocale<readonly Example[]>,
): ByLocale<ChallengeTexts> {
  return Object.fromEntries(
    Object.entries(words).map(([locale, texts]) => {
      const way = examples[locale as ContentLocale]?.find(({ outcome }) => outcome === 'correct');
      return [locale, way === undefined ? texts : { ...texts, way: way.response as Json }];
    }),
  );
}

function textsOf({ title, sections }: WordsFile, keys: ReadonlySet<string>): ChallengeTexts {
  const rich = (key: string): RichText => sections.get(key)?.text ?? [];
  const present = [...sections.keys()];
  const feedback = present.filter((key) => key.startsWith('feedback.'));
  return {
    title,
    instruction: rich('instruction'),
    hint: rich('hint'),
    explanation: rich('explanation'),
    feedback: Object.fromEntries(
      feedback.map((key) => [key.slice('feedback.'.length), plainText(rich(key))]),
    ),
    texts: Object.fromEntries(
      present.filter((key) => keys.has(key) && !feedback.includes(key)).map((key) => [key, rich(key)]),
    ),
  };
}
