import type { Bank } from '#lib/adaptive/bank.ts';
import { curveOf } from '#lib/adaptive/curve.ts';

/**
 * Works out what a choice needs of a bank, an item at a time, so that whoever runs it can let other work go between;
 * the first choice then waits for nothing. Done twice, it is done at once.
 */
export function* warmUp(bank: Bank): Generator<void> {
  for (const item of bank.items) {
    curveOf(item);
    yield;
  }
}
