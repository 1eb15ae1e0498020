import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meansTheSame, normalised, type Tolerance } from './normalise.ts';

/** Any text at all, halves of characters included. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
);
const letters = fc.string({
  unit: fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz')),
  minLength: 1,
});
const steps: readonly (keyof Tolerance)[] = ['case', 'accents', 'spaces', 'punctuation', 'typos'];
const anyTolerance: fc.Arbitrary<Tolerance> = fc.record(
  Object.fromEntries(steps.map((step) => [step, fc.boolean()])),
);
const exactly: Tolerance = Object.fromEntries(steps.map((step) => [step, false]));
const only = (step: keyof Tolerance): Tolerance => ({ ...exactly, [step]: true });

describe('texts that are evened out to the same', () => {
  const same = (change: (text: string) => string, tolerance: Tolerance): void => {
    fc.assert(fc.property(anyText, (text) => meansTheSame(change(text), text, tolerance)));
  };

  test('composed or not', () => {
    for (const form of ['NFC', 'NFD']) same((text) => text.normalize(form), exactly);
  });

  test('in capitals or not', () => {
    same((text) => text.toUpperCase(), only('case'));
    same((text) => text.toLowerCase(), only('case'));
    expect(meansTheSame('STRASSE', 'Straße', only('case'))).toBe(true);
    expect(meansTheSame('ΟΔΟΣ', 'οδος', only('case'))).toBe(true);
  });

  test('with their accents or not, and with joined letters or not', () => {
    same((text) => text.normalize('NFD').replace(/\p{M}/gu, ''), only('accents'));
    expect(meansTheSame('coeur de boeuf', 'cœur de bœuf', only('accents'))).toBe(true);
    expect(meansTheSame('NOËL À L’OEUVRE', 'Noël à l’œuvre', { typos: false })).toBe(true);
  });

  test('with whatever spaces', () => {
    same((text) => `\t ${text}\n`, only('spaces'));
    same((text) => text.replace(/ /g, ' \u00a0\u202f '), only('spaces'));
  });

  test('with whatever punctuation', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalised(`« ${text} ! »`)).toBe(normalised(text));
        expect(normalised(text.replace(/ /g, ', '))).toBe(normalised(text));
      }),
    );
    expect(meansTheSame("L'heure, c'est l'heure.", 'l’heure c’est l’heure', { typos: false })).toBe(true);
  });

  test('evening out twice is evening out once', () => {
    fc.assert(
      fc.property(anyText, anyTolerance, (text, tolerance) => {
        const once = normalised(text, tolerance);
        expect(normalised(once, tolerance)).toBe(once);
      }),
    );
  });
});

test('who was expected and who typed may change places, and a text means itself', () => {
  fc.assert(
    fc.property(anyText, anyText, anyTolerance, (one, other, tolerance) => {
      expect(meansTheSame(one, other, tolerance)).toBe(meansTheSame(other, one, tolerance));
      expect(meansTheSame(one, one, tolerance)).toBe(true);
    }),
  );
  fc.assert(
    fc.property(letters, fc.nat(), fc.nat(), (word, at, length) => {
      const other = word.slice(0, at % word.length) + word.slice((at % word.length) + (length % 5));
      expect(meansTheSame(word, other)).toBe(meansTheSame(other, word));
    }),
  );
});

describe('slips', () => {
  // A sign of another alphabet stands nowhere in the word, so that each one is an edit that no other saves.
  const changed = (word: string, edits: number): string =>
    [...word].map((letter, place) => (place % 2 === 0 && place < edits * 2 ? 'ж' : letter)).join('');

  test('one change in four characters, and no more', () => {
    fc.assert(
      fc.property(letters, fc.nat(), (word, drawn) => {
        const edits = drawn % (Math.ceil(word.length / 2) + 1);
        expect(meansTheSame(changed(word, edits), word)).toBe(edits * 4 <= word.length);
      }),
    );
  });

  test('one character too many or too few in four of the shorter text, and no more', () => {
    fc.assert(
      fc.property(letters, fc.nat(12), (word, edits) => {
        expect(meansTheSame(word + 'ж'.repeat(edits), word)).toBe(edits * 4 <= word.length);
        expect(meansTheSame(word, 'ж'.repeat(edits) + word)).toBe(edits * 4 <= word.length);
      }),
    );
  });

  test('a character is one, however it is stored', () => {
    expect(meansTheSame('👍👎🎉🎈', '👍👎🎉🎁', { punctuation: false })).toBe(true);
    expect(meansTheSame('👍👎🎉', '👍👎🎁', { punctuation: false })).toBe(false);
  });

  test('another digit is no slip', () => {
    expect(meansTheSame('train de 14:06', 'train de 14:05')).toBe(false);
    expect(meansTheSame('rue des Tilleus 12', 'rue des Tilleuls 12')).toBe(true);
    expect(meansTheSame('rue des Tilleuls 21', 'rue des Tilleuls 12')).toBe(false);
    expect(meansTheSame('2025', '2026')).toBe(false);
  });

  test('signs alone are compared as they are', () => {
    expect(meansTheSame(' @ ', '@')).toBe(true);
    expect(meansTheSame('#', '@')).toBe(false);
    expect(meansTheSame('', '@')).toBe(false);
    expect(meansTheSame('.', 'a')).toBe(false);
  });
});

test('each step can be switched off', () => {
  const without = (step: keyof Tolerance): Tolerance => ({ [step]: false });
  expect(meansTheSame('recyparc', 'Recyparc', { case: false, typos: false })).toBe(false);
  expect(meansTheSame('mosaique', 'mosaïque', { accents: false, typos: false })).toBe(false);
  expect(meansTheSame('a  b', 'a b', { spaces: false, typos: false })).toBe(false);
  expect(meansTheSame('a.b', 'a b', { punctuation: false, typos: false })).toBe(false);
  expect(meansTheSame('recipark', 'recyparc', without('typos'))).toBe(false);
  fc.assert(
    fc.property(anyText, anyText, (one, other) => {
      expect(meansTheSame(one, other, exactly)).toBe(one.normalize('NFC') === other.normalize('NFC'));
    }),
  );
});

test('numbers are compared as numbers, decimal comma, spaces and needless zeros included', () => {
  const number = fc.tuple(fc.integer(), fc.nat(999_999), fc.nat(3));
  fc.assert(
    fc.property(number, number, ([whole, part, zeros], [otherWhole, otherPart]) => {
      const written = (units: number, millionths: number, comma: string): string =>
        `${units}${comma}${String(millionths).padStart(6, '0')}`;
      const expected = written(whole, part, '.');
      const typed = written(whole, part, ',').replace(/(\d)(?=(\d{3})+,)/g, '$1\u202f') + '0'.repeat(zeros);
      expect(meansTheSame(typed, expected)).toBe(true);
      const other = written(otherWhole, otherPart, ',');
      expect(meansTheSame(other, expected)).toBe(whole === otherWhole && part === otherPart);
    }),
  );
  expect(meansTheSame('12,50', '12.5')).toBe(true);
  expect(meansTheSame('0470 12 34 56', '0470123456')).toBe(true);
  expect(meansTheSame('\u22125', '-5')).toBe(true);
  expect(meansTheSame('9'.repeat(40), `${'9'.repeat(39)}8`)).toBe(false);
});

test('any text is compared, halves of characters and very long ones too', () => {
  fc.assert(
    fc.property(anyText, anyText, anyTolerance, (one, other, tolerance) => {
      expect(typeof meansTheSame(one, other, tolerance)).toBe('boolean');
    }),
  );
  const long = ['a', 'é', '9', '0', ' ', '.', 'ab ', '\u0301', '\ud800', '👍'].map((unit) =>
    unit.repeat(10_000 / unit.length),
  );
  for (const [place, one] of long.entries()) {
    const other = long[(place + 1) % long.length] as string;
    expect(meansTheSame(one, other)).toBe(meansTheSame(other, one));
    expect(meansTheSame(one, one)).toBe(true);
  }
});

test('the longest texts that differ everywhere cost no more than the band that slips can reach', () => {
  const one = Array.from({ length: 10_000 }, (_, place) => 'abcdefg'.charAt((place * place) % 7)).join('');
  const other = Array.from({ length: 10_000 }, (_, place) => 'gfedcba'.charAt((place * 3) % 7)).join('');
  expect(meansTheSame(one, other)).toBe(false);
  expect(meansTheSame(one, `${one.slice(2500)}${'ж'.repeat(2500)}`)).toBe(false);
  expect(meansTheSame(one, `${'ж'.repeat(2500)}${one.slice(2500)}`)).toBe(true);
});
