import { expect, test } from 'vitest';
import { isCode, secretOfCode } from './picture-code.ts';

test('a code is four pictures, not four times the same, and its order counts', () => {
  expect(isCode(['sun', 'moon', 'sun', 'sun'])).toBe(true);
  expect(isCode(['sun', 'sun', 'sun', 'sun'])).toBe(false);
  expect(isCode(['sun', 'moon', 'star'])).toBe(false);
  expect(secretOfCode(['sun', 'moon'])).not.toBe(secretOfCode(['moon', 'sun']));
});
