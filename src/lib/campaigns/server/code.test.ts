import { expect, test } from 'vitest';
import { randomBytes } from '#lib/base/platform/crypto.ts';
import { codeOf } from '#lib/campaigns/card.ts';
import { groupedCode, newCode } from './code.ts';

test('a code is six letters and three digits, none taken for another, and forms no word', () => {
  const codes = Array.from({ length: 500 }, () => newCode(randomBytes));
  for (const code of codes) expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{6}[2-9]{3}$/);
  expect(new Set(codes).size).toBe(codes.length);
});

test('a byte that would favour some letters is drawn again', () => {
  const bytes = [255, 240, 239, 0, 0, 0, 0, 0, 0, 0, 0];
  let at = 0;
  expect(newCode(() => new Uint8Array([bytes[at++] ?? 0]))).toBe('ZBBBBB222');
});

test('a code is shown in groups and read back', () => {
  expect(groupedCode('BCDFGH234')).toBe('BCD-FGH-234');
  expect(codeOf(groupedCode('BCDFGH234').toLowerCase())).toBe('BCDFGH234');
});
