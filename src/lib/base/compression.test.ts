import { expect, test } from 'vitest';
import { utf8 } from './bytes.ts';
import { deflated, inflated } from './compression.ts';

test('what is deflated comes back', () => {
  const plain = utf8('levels '.repeat(100));
  expect(inflated(deflated(plain), 1_000)).toEqual(plain);
  expect(inflated(deflated(plain), plain.length)).toEqual(plain);
  const long = utf8('levels '.repeat(20_000));
  expect(inflated(deflated(long), long.length)).toEqual(long);
});

test('broken, empty and swelling bytes give nothing', () => {
  const packed = deflated(new Uint8Array(100_000));
  expect(inflated(packed, 99_999)).toBeUndefined();
  expect(inflated(packed.slice(0, packed.length - 4), 200_000)).toBeUndefined();
  expect(inflated(new Uint8Array(0), 10)).toBeUndefined();
  expect(inflated(new Uint8Array([255, 255, 255]), 10)).toBeUndefined();
});
