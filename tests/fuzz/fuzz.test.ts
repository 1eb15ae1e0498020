import { expect, test } from 'vitest';
import { fuzzReaders } from './readers.ts';

test('[SY-62] every reader of what comes from outside refuses what was changed, and never throws', async () => {
  const { tries, byBorder, faults } = await fuzzReaders(2, 'house', () => undefined);
  expect(faults).toEqual([]);
  expect(Math.min(...Object.values(byBorder))).toBeGreaterThan(0);
  expect(tries).toBeGreaterThan(Object.keys(byBorder).length);
});
