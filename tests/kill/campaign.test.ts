import { describe, expect, test } from 'vitest';
import { runsOf, together, type KillRun } from './campaign.ts';
import { compare, wordsOf } from './comparison.ts';

const sent = ['a', 'b', 'c', 'd'];
const well = { lost: 0, doubled: 0, moved: 0, foreign: 0 };

describe('what is kept beside what was told', () => {
  test('what was under way may be there or not', () => {
    expect(compare(['a', 'b'], ['a', 'b'], sent)).toEqual(well);
    expect(compare(['a', 'b'], ['a', 'b', 'c'], sent)).toEqual(well);
  });

  test('each way to be wrong is counted', () => {
    expect(compare(['a', 'b', 'c'], ['a', 'c'], sent)).toEqual({ ...well, lost: 1 });
    expect(compare(['a', 'b'], ['a', 'b', 'b'], sent)).toEqual({ ...well, doubled: 1 });
    expect(compare(['a', 'b'], ['b', 'a'], sent)).toEqual({ ...well, moved: 1 });
    expect(compare(['a'], ['a', 'x'], sent)).toEqual({ ...well, foreign: 1 });
    expect(wordsOf({ ...well, lost: 2 }, 'here')).toEqual(['here: 2 lost']);
  });
});

describe('the campaign of kills', () => {
  const run: KillRun = { kills: 10, told: 5, cut: 1, unheard: 2, lost: 0, doubled: 0, faults: [] };

  test('it makes as many kills as were asked for, of seeds in a row', () => {
    expect(runsOf(13, 7)).toEqual([
      { seed: 7, kills: 5 },
      { seed: 8, kills: 5 },
      { seed: 9, kills: 3 },
    ]);
  });

  test('a run in which nothing was told as kept has failed', () => {
    const told = together([{ ...run, seed: 1 }], 1);
    expect(told).toMatchObject({ kills: 10, told: 5, cut: 1, unheard: 2, failed: [] });
    expect(together([{ ...run, told: 0, seed: 1 }], 1).failed).toMatchObject([{ seed: 1 }]);
  });
});
