import { expect, test } from 'vitest';
import { standing } from '#lib/adaptive/calibration/suspicion.ts';

test('[AD-43] of many suspicions, those stand whose ranks allow it (the example of Benjamini and Hochberg, 1995)', () => {
  const probabilities = [
    ...[0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344],
    ...[0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1],
  ];
  expect(standing(probabilities, 0.05).filter(Boolean)).toHaveLength(4);
  expect(standing([...probabilities].reverse(), 0.05).slice(-4)).toEqual([true, true, true, true]);
  expect(standing([], 0.05)).toEqual([]);
});
