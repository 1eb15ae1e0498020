import { exp, log } from '#lib/base/exp-log.ts';
import type { Random } from '#lib/base/random.ts';

/** sqrt(2 pi). */
const ROOT_TWO_PI = 2.5066282746310002;
/** Beyond this many standard deviations the tail is under 1e-15. */
const FAR = 8;

/** The density at `z` of the standard normal distribution. */
function normalDensity(z: number): number {
  return exp(-0.5 * z * z) / ROOT_TWO_PI;
}

/** The probability that a standard normal number is below `z`, within 1e-15. Source: Marsaglia (2004), Taylor series. */
export function normalCdf(z: number): number {
  if (z <= -FAR) return 0;
  if (z >= FAR) return 1;
  let term = z;
  let sum = 0;
  for (let odd = 3; sum + term !== sum; odd += 2) {
    sum += term;
    term = (term * z * z) / odd;
  }
  return Math.min(1, Math.max(0, 0.5 + sum * normalDensity(z)));
}

/** A draw from the standard normal distribution. Source: Marsaglia and Bray (1964), polar method. */
export function drawNormal(random: Random): number {
  for (;;) {
    const x = 2 * random() - 1;
    const y = 2 * random() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * log(square)) / square);
  }
}

/** A point of a quadrature and its weight. */
export interface Node {
  readonly z: number;
  readonly weight: number;
}

/**
 * `count` evenly spaced nodes over ±`reach` standard deviations whose weights sum to 1: the trapezium rule, which
 * on a normal density converges faster than any power of the spacing. Source: Trefethen and Weideman (2014).
 */
export function normalNodes(count: number, reach: number): readonly Node[] {
  const zs = Array.from({ length: count }, (_, index) => reach * ((2 * index) / (count - 1) - 1));
  const total = zs.reduce((sum, z) => sum + normalDensity(z), 0);
  return zs.map((z) => ({ z, weight: normalDensity(z) / total }));
}
