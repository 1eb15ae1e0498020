import { log } from '#lib/base/exp-log.ts';
import type { Words } from '../kind.ts';
import type { WebPage } from './start.ts';
import { stems } from './stem.ts';

// Okapi BM25 (Robertson and Zaragoza, 2009, equation 3.15) over fields put together with weights (their BM25F, 3.6).
const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;
const TITLE_WEIGHT = 3;
const LEAD_WEIGHT = 2;
/** What a longer word that begins with the one searched counts for: « vaccin » finds « vaccination » a little. */
const PREFIX_WEIGHT = 0.5;
const SHORTEST_PREFIX = 4;

interface IndexedPage {
  readonly page: WebPage;
  readonly weights: ReadonlyMap<string, number>;
  readonly length: number;
}

/** The same pages in the same words give the same index, so it is built once: a log of 500 searches stays fast. */
const indexes = new WeakMap<Words, WeakMap<readonly WebPage[], readonly IndexedPage[]>>();

/** The ids of the pages that answer a query: sponsored ones first, then by falling relevance; ties as authored. */
export function ranked(pages: readonly WebPage[], query: string, words: Words): readonly string[] {
  const terms = [...new Set(stems(query))];
  const index = indexOf(pages, words);
  const meanLength = index.reduce((sum, each) => sum + each.length, 0) / index.length;
  const scores = new Map<IndexedPage, number>();
  for (const term of terms) {
    const found = index.flatMap((each) => {
      const weight = weightOf(each, term);
      return weight > 0 ? [{ each, weight }] : [];
    });
    const rarity = log(1 + (index.length - found.length + 0.5) / (found.length + 0.5));
    for (const { each, weight } of found) {
      const lengthFactor = 1 - LENGTH_SHARE + (LENGTH_SHARE * each.length) / meanLength;
      const gain = (rarity * weight * (SATURATION + 1)) / (weight + SATURATION * lengthFactor);
      scores.set(each, (scores.get(each) ?? 0) + gain);
    }
  }
  return index
    .filter((each) => scores.has(each))
    .sort((left, right) => paid(right) - paid(left) || (scores.get(right) ?? 0) - (scores.get(left) ?? 0))
    .map((each) => each.page.id);
}

function paid(indexed: IndexedPage): number {
  return indexed.page.sponsored ? 1 : 0;
}

function weightOf(indexed: IndexedPage, term: string): number {
  let weight = indexed.weights.get(term) ?? 0;
  if (term.length < SHORTEST_PREFIX) return weight;
  for (const [word, count] of indexed.weights) {
    if (word.length > term.length && word.startsWith(term)) weight += count * PREFIX_WEIGHT;
  }
  return weight;
}

function indexOf(pages: readonly WebPage[], words: Words): readonly IndexedPage[] {
  let ofWords = indexes.get(words);
  if (ofWords === undefined) {
    ofWords = new WeakMap();
    indexes.set(words, ofWords);
  }
  let index = ofWords.get(pages);
  if (index === undefined) {
    index = pages.map((page) => indexed(page, words));
    ofWords.set(pages, index);
  }
  return index;
}

function indexed(page: WebPage, words: Words): IndexedPage {
  const weights = new Map<string, number>();
  let length = 0;
  const count = (text: string | undefined, weight: number): void => {
    if (text === undefined) return;
    for (const word of stems(words(text))) {
      weights.set(word, (weights.get(word) ?? 0) + weight);
      length += 1;
    }
  };
  count(page.title, TITLE_WEIGHT);
  count(page.lead, LEAD_WEIGHT);
  count(page.body, 1);
  return { page, weights, length };
}
