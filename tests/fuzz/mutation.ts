import { concatenated } from '#lib/base/bytes.ts';
import { randomIndex, type Random } from '#lib/base/random.ts';

/** Bytes as a bad road, or somebody who means harm, would make of good ones; sometimes noise alone. */
export function mutated(good: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  if (random() < 0.08) return noise(randomIndex(random, 400), random);
  let bytes: Uint8Array<ArrayBuffer> = new Uint8Array(good);
  for (let times = 1 + randomIndex(random, 4); times > 0; times -= 1) bytes = changed(bytes, random);
  return bytes;
}

function changed(bytes: Uint8Array<ArrayBuffer>, random: Random): Uint8Array<ArrayBuffer> {
  const at = randomIndex(random, bytes.length + 1);
  const upto = Math.min(bytes.length, at + 1 + randomIndex(random, 40));
  const [before, between, after] = [bytes.subarray(0, at), bytes.subarray(at, upto), bytes.subarray(upto)];
  switch (randomIndex(random, 8)) {
    case 0:
      return new Uint8Array(before);
    case 1:
      return concatenated(before, after);
    case 2:
      return concatenated(before, between, between, after);
    case 3:
      return concatenated(before, noise(1 + randomIndex(random, 30), random), between, after);
    case 4:
      return concatenated(before, telling(random), after);
    case 5:
      return concatenated(before, new Uint8Array(between.length).fill(random() < 0.5 ? 0 : 255), after);
    default:
      return at < bytes.length ? bytes.with(at, (bytes[at] ?? 0) ^ (1 << randomIndex(random, 8))) : bytes;
  }
}

/** Texts that readers have stumbled over. */
const tellings = [
  ...[
    '',
    '{}',
    '[]',
    'null',
    '-1',
    '1e999',
    '9007199254740993',
    '"',
    '\\u0000',
    '\\ud800',
    '{"__proto__":1}',
  ],
  ...['[[[[[[[[', '"\u2028"', 'NaN', '0x10', '../../', '%00', '\r\n\r\n', 'ﬃ', 'İ', '𝟙', '--', 'true', '\t'],
];

function telling(random: Random): Uint8Array {
  return new TextEncoder().encode(tellings[randomIndex(random, tellings.length)]);
}

function noise(length: number, random: Random): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, () => randomIndex(random, 256));
}
