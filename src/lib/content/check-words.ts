import { plainText } from '#lib/challenges/rich-text.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';
import type { Tell } from './fault.ts';
import { sentencesOf, splitSentences, wordCount, type Sentence } from './reading.ts';
import type { Section, WordsFile } from './words-file.ts';

/** The most words in a French sentence. */
const longestSentence = 18;

/** How many sentences some sections may have: at least, at most. */
export type SentenceCounts = Readonly<Record<string, readonly [number, number]>>;

/** Those that every challenge has. */
const ofChallenges: SentenceCounts = { instruction: [1, 2], hint: [1, 2], explanation: [2, 2] };

/**
 * Tells every fault of a file of words: sections missing or unused, sentences too long or too many, outside addresses.
 * `keys` and those that `counts` names must be there, and no others.
 */
export function checkWords(
  words: WordsFile,
  keys: ReadonlySet<string>,
  locale: ContentLocale,
  tell: Tell,
  counts: SentenceCounts = ofChallenges,
): void {
  for (const key of new Set([...Object.keys(counts), ...keys])) {
    if (!words.sections.has(key)) {
      tell(words.titleLine, 'missingSection', `"## ${key}" is missing`, `Add "## ${key}" and its words.`);
    }
  }
  const title = splitSentences(words.title).map((text) => ({ text, line: words.titleLine }));
  if (locale === 'fr') tellLong(title, tell);
  tellAddresses(words.title, words.titleLine, tell);
  for (const [key, section] of words.sections) {
    const sentences = sentencesOf(section.text, section.lines);
    const wanted = counts[key];
    if (wanted === undefined && !keys.has(key)) {
      const mend = key.startsWith('feedback.')
        ? `Name the mistake "${key.slice('feedback.'.length)}" in params, or take this section out.`
        : `Name it in the YAML file ('@${key}'), or take this section out.`;
      tell(section.line, 'unusedSection', `nothing uses "${key}"`, mend);
    }
    // A table is read cell by cell, and not in sentences.
    const prose = section.text.filter(({ type }) => type !== 'table');
    if (wanted !== undefined) tellCount(key, section, sentencesOf(prose, []).length, wanted, tell);
    if (locale === 'fr') tellLong(sentences, tell);
    tellAddresses(plainText(section.text), section.line, tell);
    if (key.startsWith('feedback.')) tellShame(section, tell);
  }
}

function tellCount(
  key: string,
  section: Section,
  count: number,
  [least, most]: readonly [number, number],
  tell: Tell,
): void {
  if (count >= least && count <= most) return;
  const wanted = least === most ? `${least}` : `${least} ${most - least > 1 ? 'to' : 'or'} ${most}`;
  tell(section.line, 'sentences', `"${key}" has ${count} sentences`, `Write ${wanted}.`);
}

function tellLong(sentences: readonly Sentence[], tell: Tell): void {
  for (const { text, line } of sentences) {
    const count = wordCount(text);
    if (count <= longestSentence) continue;
    const start = text.split(/\s+/u).slice(0, 4).join(' ');
    tell(
      line,
      'longSentence',
      `« ${start}… » has ${count} words`,
      `Cut it: ${longestSentence} words at most.`,
    );
  }
}

function tellAddresses(text: string, line: number, tell: Tell): void {
  const found = text.matchAll(/(?:https?:\/\/|www\.)([^\s/»")]+)/gi);
  for (const [address, host] of found) {
    if (/\.example\.?(:\d+)?$/i.test(host ?? '')) continue;
    tell(line, 'outsideAddress', `"${address}" might exist`, 'Use a name that ends in .example.');
  }
}

function tellShame(section: Section, tell: Tell): void {
  if (!/^(faux|erreur|mauvaise|non[,.\s]|wrong|error|incorrect)/i.test(plainText(section.text))) return;
  tell(section.line, 'shaming', 'this feedback begins with a verdict', 'Say what happened, then what to do.');
}
