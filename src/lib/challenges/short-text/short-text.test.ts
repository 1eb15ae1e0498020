import { expect, test } from 'vitest';
import { hostileResponses } from '../hostile-responses.ts';
import { shortTextKind as kind, type ShortTextParams } from './challenge.ts';

const french = (text: string): string =>
  ({ '@library': 'La bibliothèque', '@address': 'nadia@valbruyere.example' })[text] ?? text;
const params: ShortTextParams = { accept: ['@library'] };
const graded = (text: string, with_: ShortTextParams = params): string =>
  kind.grade(with_, { text }, french).outcome;

test('case, accents, spaces and one slip in four letters do not matter', () => {
  for (const typed of ['La bibliothèque', '  la BIBLIOTHEQUE ', 'la bibliothéque.', 'la bibiothèque']) {
    expect(graded(typed)).toBe('correct');
  }
  expect(graded('la piscine')).toBe('incorrect');
  expect(graded('   ')).toBe('incorrect');
});

test('each tolerance can be switched off', () => {
  const strict = { accept: ['@address'], tolerance: { typos: false, punctuation: false } };
  expect(graded('Nadia@Valbruyere.example', strict)).toBe('correct');
  expect(graded('nadia@valbruyère,example', strict)).toBe('incorrect');
  expect(graded('nadia@valbruyer.example', strict)).toBe('incorrect');
  expect(graded('LA BIBLIOTHÈQUE', { ...params, tolerance: { case: false, typos: false } })).toBe(
    'incorrect',
  );
});

test('what is no response is not right, and nothing throws', () => {
  for (const hostile of hostileResponses) {
    expect(kind.grade(params, hostile as never, french).outcome).toBe('incorrect');
  }
});

test('its texts, and a text named twice', () => {
  expect(kind.texts(params)).toEqual(['@library']);
  expect(kind.guessing(params)).toBe(0);
  expect(kind.faults(params)).toEqual([]);
  expect(kind.faults({ accept: ['@library', '@library'] })).toHaveLength(1);
});
