/** A source of numbers in [0, 1), 32 bits each. */
export type Random = () => number;

/**
 * A seeded source: the same seed gives the same numbers on every machine, since only exact 32-bit integer
 * arithmetic is used. Source: sfc32, Chris Doty-Humphrey, PractRand (2010), seeded from the text by FNV-1a.
 */
export function seededRandom(seed: string): Random {
  let a = fnv1a(seed, 0x811c9dc5);
  let b = fnv1a(seed, 0x9e3779b9);
  let c = fnv1a(seed, 0x85ebca6b);
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let warmUp = 0; warmUp < 12; warmUp += 1) next();
  return next;
}

/** A hash of a text, 32 bits (FNV-1a; Fowler, Noll and Vo, 1991): for seeds and draws, not for secrets. */
export function textHash(text: string): number {
  return fnv1a(text, 0x811c9dc5);
}

/** The number in [0, 1) that a draw gives to a hash: the same pair gives the same number, others look unrelated. */
export function drawFor(hash: number, draw: number): number {
  let mixed = Math.imul(hash ^ Math.floor(draw * 4294967296), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296;
}

/** A whole number from 0 to `count - 1`. */
export function randomIndex(random: Random, count: number): number {
  return Math.floor(random() * count);
}

/** A new list with the same members in a random order (Fisher and Yates, 1938; Durstenfeld, 1964). */
export function shuffled<Member>(members: readonly Member[], random: Random): Member[] {
  const result = [...members];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = randomIndex(random, last + 1);
    const held = result[last] as Member;
    result[last] = result[other] as Member;
    result[other] = held;
  }
  return result;
}

function fnv1a(text: string, start: number): number {
  let hash = start | 0;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash;
}
