// Math.exp and Math.log differ between engines in their last bit, and one bit can flip a seeded draw. These use
// only + - * / and exact powers of two, so every machine computes the same number.

/** ln 2 in two parts (Cody and Waite, 1980): the first has trailing zeros, so its product by an exponent is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const INVERSE_LN2 = 1.4426950408889634;
const SQRT2 = 1.4142135623730951;

const LEAST_EXPONENT = -1074;
const GREATEST_EXPONENT = 1023;
const MANTISSA_SHIFT = 54;
/** 2^-1074 … 2^1023: doubling from the least subnormal number is exact. */
const POWERS = powersOfTwo();

/** 1/2!, 1/3! … 1/13!, for the Taylor series of exp. */
const INVERSE_FACTORIALS = inverseFactorials(13);

/** e to the power `x`, within about one unit in the last place; Infinity and 0 beyond the range of doubles. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019412) return 0;
  const exponent = Math.floor(x * INVERSE_LN2 + 0.5);
  const high = x - exponent * LN2_HIGH;
  const low = exponent * LN2_LOW;
  const rest = high - low;
  let tail = 0;
  for (let index = INVERSE_FACTORIALS.length - 1; index >= 0; index -= 1) {
    tail = tail * rest + (INVERSE_FACTORIALS[index] as number);
  }
  // The rounding error of `rest` comes back in here, at the scale where it still counts.
  return scaled(1 + (high + (rest * rest * tail - low)), exponent);
}

/** The natural logarithm of `x`, within about one unit in the last place; NaN below 0 and -Infinity at 0. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  const isSubnormal = x < 2.2250738585072014e-308;
  const normal = isSubnormal ? x * power(MANTISSA_SHIFT) : x;
  let exponent = binaryExponent(normal);
  let mantissa = normal / power(exponent);
  if (mantissa > SQRT2) {
    mantissa = mantissa / 2;
    exponent += 1;
  }
  if (isSubnormal) exponent -= MANTISSA_SHIFT;
  // log(1 + f) = 2 atanh(s) with s = f / (2 + f), arranged so that the leading f is added last and exactly.
  const f = mantissa - 1;
  const s = f / (2 + f);
  const square = s * s;
  let series = 0;
  for (let odd = 25; odd >= 3; odd -= 2) series = series * square + 2 / odd;
  const half = 0.5 * f * f;
  const correction = half - (s * (half + square * series) + exponent * LN2_LOW);
  return exponent * LN2_HIGH - (correction - f);
}

/** 1 / (1 + e^-x), with no loss in either tail. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const odds = exp(x);
  return odds / (1 + odds);
}

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(GREATEST_EXPONENT - LEAST_EXPONENT + 1);
  let value = 5e-324;
  for (let index = 0; index < powers.length; index += 1) {
    powers[index] = value;
    value *= 2;
  }
  return powers;
}

function inverseFactorials(last: number): readonly number[] {
  const inverses: number[] = [];
  let factorial = 1;
  for (let n = 2; n <= last; n += 1) {
    factorial *= n;
    inverses.push(1 / factorial);
  }
  return inverses;
}

function power(exponent: number): number {
  return POWERS[exponent - LEAST_EXPONENT] as number;
}

/** `value` (near 1) times 2^exponent, rounded once at most even where the result is subnormal. */
function scaled(value: number, exponent: number): number {
  if (exponent > GREATEST_EXPONENT) return value * 2 * power(exponent - 1);
  if (exponent < -1021) return value * power(exponent + MANTISSA_SHIFT) * power(-MANTISSA_SHIFT);
  return value * power(exponent);
}

/** The greatest exponent whose power of two is at most `x`, by bisection: no bit of the number need be read. */
function binaryExponent(x: number): number {
  let low = LEAST_EXPONENT;
  let high = GREATEST_EXPONENT + 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (power(middle) <= x) low = middle;
    else high = middle;
  }
  return low;
}
