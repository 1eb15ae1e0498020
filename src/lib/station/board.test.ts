import { expect, test } from 'vitest';
import { changeIn, groupsByNeed, levelIn, sortedBoard, spreadIn, type BoardLine } from './board.ts';
import { lineName } from './line-name.ts';
import type { Summary } from './summary.ts';

const compare = (left: string, right: string): number => left.localeCompare(right);
const levels = (...all: readonly number[]) =>
  all.map((level, index) => ({ target: `${index + 1}`, level, low: level, high: level }));
const result = (...all: readonly number[]) => ({
  ...{ policy: 'diagnostic', competence: null, day: '2026-03-02' },
  levels: levels(...all),
});

function line(learner: string, nickname: string, summary: Partial<Summary> = {}): BoardLine {
  return {
    ...{
      learner,
      avatar: 'fox',
      number: 1,
      lock: 'none',
      usedDay: 'day',
      fate: 'here',
      age: 0,
      needsHelp: false,
    },
    summary: { version: 1, nickname, running: null, results: [], ...summary },
  };
}

const lina = line('l', 'Lina', { results: [result(2, 3, 4, 1, 5), result(4, 3, 4, 2, 5)] });
const omar = line('o', 'Omar', { running: { policy: 'flash', number: 3, length: 8 } });
const zoe = { ...line('z', 'Zoé', { results: [result(1, 6, 6, 6, 6)] }), needsHelp: true };
const board = [omar, lina, zoe];
const order = (column: Parameters<typeof sortedBoard>[1]['column'], isDescending = false) =>
  sortedBoard(board, { column, isDescending }, compare)
    .map(({ learner }) => learner)
    .join('');

test('[ST-10] any column sorts, both ways; those without a level come last both ways', () => {
  expect(order('person')).toBe('loz');
  expect(order('person', true)).toBe('zol');
  expect(order('help')).toBe('zlo');
  expect(order('where')).toBe('olz');
  expect(order('1')).toBe('zlo');
  expect(order('1', true)).toBe('lzo');
});

test('[ST-10] each person is in the group of their lowest level, once', () => {
  const groups = groupsByNeed(board);
  expect([...groups].map(([area, people]) => [area, people.map(({ learner }) => learner).join('')])).toEqual([
    ['1', 'z'],
    ['2', ''],
    ['3', ''],
    ['4', 'l'],
    ['5', ''],
  ]);
});

test('the newest level is shown, and the first beside it once there are two', () => {
  expect(levelIn(lina, '1')?.level).toBe(4);
  expect(changeIn(lina, '1')).toMatchObject({ before: { level: 2 }, after: { level: 4 } });
  expect(changeIn(zoe, '1')).toBeUndefined();
  expect(spreadIn(board, '1')).toEqual([0, 1, 0, 0, 1, 0, 0, 0, 0]);
});

test('somebody without a nickname is called by the picture', () => {
  const names = {
    avatars: { fox: 'Le renard' },
    guest: 'Invité',
    numbered: (name: string, number: number) => `${name} ${number}`,
  };
  expect(lineName(lina, names)).toBe('Lina');
  expect(lineName(line('x', ''), names)).toBe('Le renard');
  expect(lineName({ ...line('x', ''), avatar: '' }, names)).toBe('Invité');
  expect(lineName({ ...line('x', ''), number: 2, summary: undefined }, names)).toBe('Le renard 2');
});
