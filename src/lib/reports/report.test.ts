import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from '#lib/base/bytes.ts';
import {
  cleanText,
  largestReport,
  longestText,
  printReport,
  readReport,
  reportOf,
  type Draft,
  type Report,
} from './report.ts';

const id = 'abcdefghijklmnopqrstuv';
const about = { bundle: 'socle', revision: 3, challenge: '1.2/birthday-photos' };
const draft: Draft = { category: 'unclear', about, text: 'On ne voit pas le dossier.\nNi son nom.' };
const made = (given: Draft = draft): Report => {
  const report = reportOf(given, id, '0.1.0-abc');
  if (report === undefined) throw new Error('no report');
  return report;
};
const reasonOf = (text: string): string => {
  const read = readReport(text);
  return read.ok ? 'read' : read.reason;
};

describe('[RP-1] a report says what it is about and what is wrong, and nothing else', () => {
  test('what is read back is what was written, of a challenge, of a lesson, of both, and of an idea', () => {
    const lesson = { bundle: 'socle', revision: 3, lesson: '1.2/find-it-again', step: 2 };
    const drafts: readonly Draft[] = [
      draft,
      { ...draft, about: lesson, text: '' },
      { ...draft, about: { ...lesson, challenge: '1.2/birthday-photos' } },
      { category: 'idea', text: 'Des exercices sur le train.' },
    ];
    for (const each of drafts) {
      const report = made(each);
      expect(readReport(printReport(report))).toEqual({ ok: true, value: report });
    }
    expect(Object.keys(made()).sort()).toEqual(['about', 'application', 'category', 'id', 'text', 'version']);
  });

  test('a text is cut at 500 characters, and holds nothing that no keyboard writes', () => {
    expect(cleanText('a'.repeat(600))).toHaveLength(longestText);
    expect(cleanText(`${'a'.repeat(499)}😀`)).toBe('a'.repeat(499));
    expect(cleanText(' un\u001b[31m\r\ndeux\u0000 ')).toBe('un [31m\ndeux');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (text) => {
        const report = made({ ...draft, text });
        expect(readReport(printReport(report)).ok).toBe(true);
        expect(utf8(printReport(report)).length).toBeLessThanOrEqual(largestReport);
      }),
    );
  });

  test.each([
    ['an idea without words', { category: 'idea', text: ' \n' }],
    ['a problem about nothing', { category: 'other', text: 'Tout.' }],
    ['an idea about a challenge', { category: 'idea', text: 'Oui.', about }],
  ] as const)('%s is none', (_name, each) => {
    expect(reportOf(each, id, '0.1.0')).toBeUndefined();
  });
});

describe('[RP-2] what is no report is told from what is newer', () => {
  const changed = (change: object): string => JSON.stringify({ ...made(), ...change });

  test.each([
    '',
    'null',
    '[]',
    '<!doctype html>',
    changed({ nickname: 'Lina' }),
    changed({ about: { ...about, device: 'x' } }),
    changed({ id: 'short' }),
    changed({ category: 'shouting' }),
    changed({ text: 'a'.repeat(501) }),
    changed({ text: 'un\u001b[31m' }),
    changed({ version: 0 }),
  ])('none: %s', (text) => expect(reasonOf(text)).toBe('notAReport'));

  test('newer, whatever else is in it', () => {
    expect(reasonOf(changed({ version: 2, more: true }))).toBe('newerReport');
  });

  test('whatever the text, nothing is thrown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(reasonOf(text)).toBe('notAReport');
      }),
    );
  });
});
