import { expect, test } from 'vitest';
import { levelIn, sortedBoard, type BoardLine } from './board.ts';
import type { Glimpse } from './glimpse.ts';
import { lineWhere } from './line-where.ts';
import { mergedBoard, parseSighting, sightingOf } from './sighting.ts';

const compare = (left: string, right: string): number => left.localeCompare(right);
const words = { at: (number: number, of: number) => `${number}/${of}`, done: 'done', notBegun: 'not begun' };
const test1 = { policy: 'diagnostic', competence: null };
const lina: Glimpse = {
  ...{ session: '0123456789', day: '2026-03-02', nickname: 'Lina', avatar: 'fox', minutes: 12 },
  ...{ needsHelp: true, doing: { state: 'running', ...test1, number: 4, length: 10 } },
};
const done: Glimpse = {
  ...{ ...lina, needsHelp: false, minutes: 30 },
  doing: {
    ...{ state: 'finished', ...test1 },
    levels: [{ target: '1', level: 3, low: 2, high: 4, certainty: 0.6 }],
  },
};
const omar: Glimpse = { ...lina, session: 'aaaaaaaaaa', nickname: 'Omar', needsHelp: false };
const here = (nickname: string, needsHelp: boolean): BoardLine => ({
  ...{ learner: nickname, avatar: 'owl', number: 1, lock: 'none', usedDay: 'day', fate: 'here', age: 0 },
  ...{ needsHelp, summary: { version: 1, nickname, running: null, results: [] } },
});

test('[ST-16] the same person read again stands once, as the last reading tells, in whatever order', () => {
  const readings = [sightingOf(done, 2_000), sightingOf(lina, 1_000), sightingOf(omar, 1_500)];
  const board = mergedBoard([here('Zoé', false)], readings);
  expect(board.map(({ summary }) => summary?.nickname)).toEqual(['Zoé', 'Lina', 'Omar']);
  const [zoe, line] = board as [BoardLine, BoardLine];
  expect(zoe.elsewhere).toBeUndefined();
  expect(line).toMatchObject({ learner: '0123456789', needsHelp: false, elsewhere: { readAt: 2_000 } });
  expect(lineWhere(line, words)).toBe('done');
  expect(levelIn(line, '1')).toEqual({ target: '1', level: 3, low: 2, high: 4 });
  expect(line.elsewhere?.certainties.get('1')).toBe(0.6);
  expect(lineWhere(mergedBoard([], [sightingOf(lina, 1)])[0]!, words)).toBe('4/10');
  const guest = sightingOf({ ...lina, doing: { state: 'nothing' } }, 1);
  expect(lineWhere(mergedBoard([], [guest])[0]!, words)).toBe('not begun');
});

test('[ST-16] those who ask for help come first, wherever they are', () => {
  const board = mergedBoard(
    [here('Ana', false), here('Zoé', true)],
    [sightingOf(omar, 1), sightingOf(lina, 2)],
  );
  const sorted = sortedBoard(board, { column: 'help', isDescending: false }, compare);
  expect(sorted.map(({ summary }) => summary?.nickname)).toEqual(['Lina', 'Zoé', 'Ana', 'Omar']);
});

test('[ST-17] what was sealed is read back; anything else is none', () => {
  for (const glimpse of [lina, done, omar]) {
    const sighting = sightingOf(glimpse, 5);
    expect(parseSighting(JSON.stringify(sighting))).toEqual(sighting);
  }
  for (const text of ['', '{}', 'null', JSON.stringify({ ...sightingOf(lina, 5), version: 2 })])
    expect(parseSighting(text)).toBeUndefined();
});
