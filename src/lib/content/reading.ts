import { spansText, type Block } from '#lib/challenges/rich-text.ts';

/** Short forms whose full stop ends no sentence; as they are written, since « 10 m. » ends one and « M. » does not. */
const shortForms = new Set('M MM Mme Mlle Mmes Dr Pr St Ste Mr Mrs Ms av bd p ex cf n env tél vs'.split(' '));

/** A run of words that a reader takes in one go, with the line of its block. */
export interface Sentence {
  readonly text: string;
  readonly line: number;
}

/** The sentences of formatted text: a list item, a cell, a heading and a line of its own each end one. */
export function sentencesOf(blocks: readonly Block[], lines: readonly number[]): readonly Sentence[] {
  return blocks.flatMap((block, index) =>
    runsOf(block)
      .flatMap((run) => run.split('\n'))
      .flatMap(splitSentences)
      .map((text) => ({ text, line: lines[index] ?? 1 })),
  );
}

/** How many words a sentence has: runs between spaces that hold a letter or a digit. */
export function wordCount(sentence: string): number {
  return sentence.split(/\s+/u).filter((run) => /[\p{L}\p{N}]/u.test(run)).length;
}

/** The sentences of a plain text; a stop ends one when a capital, a digit or a quotation mark follows. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let rest = '';
  for (const part of text.split(/(?<=[.!?…][»”")\u00a0 ]*)\s+(?=[\p{Lu}\p{N}«“"(])/u)) {
    rest = rest === '' ? part : `${rest} ${part}`;
    if (endsInShortForm(rest)) continue;
    sentences.push(rest);
    rest = '';
  }
  if (rest !== '') sentences.push(rest);
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => wordCount(sentence) > 0);
}

function endsInShortForm(text: string): boolean {
  const last = /(?:^|[\s(«"])(\p{L}+)\.$/u.exec(text)?.[1];
  return last !== undefined && shortForms.has(last);
}

function runsOf(block: Block): readonly string[] {
  if (block.type === 'list') return block.items.map(spansText);
  if (block.type === 'table') return [...block.head, ...block.rows.flat()].map(spansText);
  return [spansText(block.content)];
}
