import { describe, expect, test } from 'vitest';
import { exp, log, logistic } from '#lib/base/exp-log.ts';
import { seededRandom } from '#lib/base/random.ts';

const relativeError = (actual: number, expected: number): number =>
  Math.abs(actual - expected) / Math.abs(expected);

describe('exp', () => {
  test('is within 5e-16 of the built-in one from the least to the greatest double', () => {
    const random = seededRandom('exp');
    let worst = 0;
    for (let draw = 0; draw < 50_000; draw += 1) {
      const x = draw % 2 === 0 ? random() * 1400 - 700 : random() * 20 - 10;
      worst = Math.max(worst, relativeError(exp(x), Math.exp(x)));
    }
    expect(worst).toBeLessThan(5e-16);
  });

  test('is exact at its edges', () => {
    expect(exp(0)).toBe(1);
    expect(exp(-0)).toBe(1);
    expect(relativeError(exp(1), Math.E)).toBeLessThan(2.3e-16);
    expect(exp(Infinity)).toBe(Infinity);
    expect(exp(710)).toBe(Infinity);
    expect(exp(-Infinity)).toBe(0);
    expect(exp(-746)).toBe(0);
    expect(exp(NaN)).toBeNaN();
    expect(relativeError(exp(709.78), Math.exp(709.78))).toBeLessThan(5e-16);
    expect(exp(-745.13)).toBe(5e-324);
    expect(Math.abs(exp(-720) - Math.exp(-720))).toBeLessThanOrEqual(5e-324);
    expect(exp(1e-20)).toBe(1);
  });
});

describe('log', () => {
  test('is within 5e-16 of the built-in one over the whole range', () => {
    const random = seededRandom('log');
    let worst = 0;
    for (let draw = 0; draw < 50_000; draw += 1) {
      const x = draw % 2 === 0 ? exp(random() * 1400 - 700) : 0.5 + random() * 1.5;
      if (x === 1) continue;
      worst = Math.max(worst, relativeError(log(x), Math.log(x)));
    }
    expect(worst).toBeLessThan(5e-16);
  });

  test('is exact at its edges', () => {
    expect(log(1)).toBe(0);
    expect(log(0)).toBe(-Infinity);
    expect(log(-1)).toBeNaN();
    expect(log(NaN)).toBeNaN();
    expect(log(Infinity)).toBe(Infinity);
    expect(log(2)).toBe(Math.LN2);
    expect(relativeError(log(5e-324), Math.log(5e-324))).toBeLessThan(5e-16);
    expect(relativeError(log(Number.MAX_VALUE), Math.log(Number.MAX_VALUE))).toBeLessThan(5e-16);
  });

  test('undoes exp', () => {
    for (let x = -700; x <= 700; x += 7.3) expect(Math.abs(log(exp(x)) - x)).toBeLessThan(1e-13);
  });
});

describe('logistic', () => {
  test('is a half at 0, symmetric, and keeps its tails', () => {
    expect(logistic(0)).toBe(0.5);
    for (const x of [0.3, 2, 17, 36]) expect(logistic(x) + logistic(-x)).toBeCloseTo(1, 15);
    expect(relativeError(logistic(-600), Math.exp(-600))).toBeLessThan(1e-15);
    expect(logistic(-1000)).toBe(0);
    expect(logistic(1000)).toBe(1);
    expect(logistic(NaN)).toBeNaN();
  });

  test('gives these very bits on every machine', () => {
    let digest = 0;
    const bits = new DataView(new ArrayBuffer(8));
    for (let x = -30; x <= 30; x += 0.37) {
      bits.setFloat64(0, logistic(x) + log(1 + x * x) + exp(x / 3));
      digest = (Math.imul(digest ^ bits.getInt32(0), 0x01000193) ^ bits.getInt32(4)) >>> 0;
    }
    expect(digest).toBe(2_907_351_565);
  });
});
