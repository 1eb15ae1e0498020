import { expect, test } from 'vitest';
import { dataSize } from './data-size.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/gu, ' ');

test.each([
  [0, 'fr', '0 octet'],
  [850, 'fr', '850 octets'],
  [48_200, 'fr', '48 ko'],
  [3_240_000, 'fr', '3,2 Mo'],
  [3_240_000, 'en', '3.2 MB'],
  [512_000_000, 'fr', '512 Mo'],
  [2_500_000_000_000, 'fr', '2 500 Go'],
])('%d bytes in %s reads %s', (bytes, locale, words) => {
  expect(plain(dataSize(bytes, locale))).toBe(words);
});
