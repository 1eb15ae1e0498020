import { expect, test } from 'vitest';
import { csvText } from './csv.ts';

test('rows end by CRLF, cells are parted by semicolons, numbers have a decimal comma', () => {
  expect(
    csvText([
      ['Jour', 'Certitude'],
      ['2026-03-02', 0.75],
      [undefined, -2],
    ]),
  ).toBe('\ufeffJour;Certitude\r\n2026-03-02;0,75\r\n;-2\r\n');
});

test('what would break a cell is quoted', () => {
  expect(csvText([['a;b', 'dit « "oui" »', 'deux\nlignes']])).toBe(
    '\ufeff"a;b";"dit « ""oui"" »";"deux\nlignes"\r\n',
  );
});

test.each(['=1+1', '+32', '-1', '@SUM(A1)', '\tx', '\rx'])('the text %j is never a formula', (text) => {
  expect(csvText([[text]])).toContain(`'${text}`);
});
