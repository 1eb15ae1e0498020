import type { Random } from '#lib/base/random.ts';

const firstMs = 1_000;
const longestMs = 300_000;

/**
 * How long to wait before the next try after so many failures (milliseconds): a random part of a bound that doubles, so
 * that many devices meeting the network together do not knock together. Source: « full jitter », Brooker (2015).
 */
export function retryDelayMs(failures: number, random: Random): number {
  return Math.floor(random() * Math.min(longestMs, firstMs * 2 ** Math.min(failures, 20)));
}
