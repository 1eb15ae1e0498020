import { creditOf, type Item } from '#lib/adaptive/item.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';

/** One line of a file of answers. */
export interface AnswerLine {
  readonly learner: string;
  /** Index in the bank's items. */
  readonly item: number;
  readonly credit: number;
  /** When it was given, in milliseconds. */
  readonly time: number;
  readonly group: string | undefined;
}

export type LineRefusal =
  'noJson' | 'noObject' | 'badLearner' | 'unknownItem' | 'badScore' | 'badTime' | 'badGroup';

/** How a line that is refused can be mended. */
export const mends: Readonly<Record<LineRefusal, string>> = {
  noJson: 'Write one JSON object a line.',
  noObject: 'Write {"learner": …, "item": …, "score": …, "at": …} on the line.',
  badLearner: 'Give "learner" a text that is not empty, or a whole number.',
  unknownItem: 'Give "item" the id of an item of the bank, or take the line out.',
  badScore: 'Give "score" a number from 0 to 1.',
  badTime: 'Give "at" a date such as "2026-01-31T10:00:00Z", or milliseconds since 1970.',
  badGroup: 'Give "group" a text, or leave it out.',
};

/** Reads one line; the item must be one of the bank's. */
export function readAnswerLine(
  text: string,
  items: readonly Item[],
  indexes: ReadonlyMap<string, number>,
): Result<AnswerLine, LineRefusal> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refusal('noJson', (error as Error).message);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refusal('noObject', 'not an object');
  const { learner, item, score, at, group } = value as Readonly<Record<string, unknown>>;
  const isNumbered = typeof learner === 'number' && Number.isFinite(learner);
  if (!isNumbered && (typeof learner !== 'string' || learner === ''))
    return refusal('badLearner', told('learner', learner));
  if (typeof item !== 'string') return refusal('unknownItem', told('item', item));
  const index = indexes.get(item);
  if (index === undefined) return refusal('unknownItem', `item ${JSON.stringify(item)} is not in the bank`);
  if (typeof score !== 'number' || !(score >= 0 && score <= 1))
    return refusal('badScore', told('score', score));
  const time = typeof at === 'string' ? Date.parse(at) : at;
  if (typeof time !== 'number' || !Number.isFinite(time)) return refusal('badTime', told('at', at));
  if (group !== undefined && group !== null && typeof group !== 'string' && typeof group !== 'number')
    return refusal('badGroup', told('group', group));
  return success({
    learner: String(learner),
    item: index,
    credit: creditOf(items[index] as Item, score),
    time,
    group: group === undefined || group === null ? undefined : String(group),
  });
}

function told(field: string, value: unknown): string {
  return value === undefined ? `"${field}" is missing` : `"${field}" is ${JSON.stringify(value)}`;
}
