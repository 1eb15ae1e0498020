import { expect, test } from 'vitest';
import { dateFormat, numberFormat } from './formats.ts';

test('a format is made once for a language and its options', () => {
  expect(numberFormat('fr', { maximumFractionDigits: 1 }).format(3.25)).toBe('3,3');
  expect(numberFormat('fr', { maximumFractionDigits: 1 })).toBe(
    numberFormat('fr', { maximumFractionDigits: 1 }),
  );
  expect(numberFormat('en', { maximumFractionDigits: 1 }).format(3.25)).toBe('3.3');
  expect(numberFormat('fr')).not.toBe(numberFormat('fr', { maximumFractionDigits: 1 }));
});

test('a day is that of its author, in the last hour of it too', () => {
  expect(dateFormat('fr', { dateStyle: 'long' }).format(new Date('2026-03-05T23:59:00Z'))).toBe(
    '5 mars 2026',
  );
});
