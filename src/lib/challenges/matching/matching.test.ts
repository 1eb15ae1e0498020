import { expect, test } from 'vitest';
import { hostileResponses } from '../hostile-responses.ts';
import { matchingKind as kind, type MatchingParams } from './challenge.ts';

const asIs = (text: string): string => text;
const entries = (...ids: string[]) => ids.map((id) => ({ id, text: `@${id}` }));
const params: MatchingParams = {
  left: entries('photo', 'letter', 'song'),
  right: entries('jpg', 'odt', 'mp3', 'zip'),
  pairs: { photo: 'jpg', letter: 'odt', song: 'mp3' },
};
const graded = (pairs: Record<string, string>) => kind.grade(params, { pairs }, asIs);

test('all pairs are right, half of them is half of it', () => {
  expect(graded(params.pairs)).toEqual({ outcome: 'correct', score: 2, steps: 2, mistakes: [] });
  expect(graded({ ...params.pairs, song: 'zip' })).toMatchObject({ outcome: 'partial', score: 1 });
  expect(graded({ photo: 'jpg', letter: 'zip', song: 'odt' })).toMatchObject({
    outcome: 'incorrect',
    score: 0,
  });
  expect(graded({ photo: 'jpg', letter: 'odt' })).toMatchObject({ outcome: 'partial' });
  expect(graded({})).toMatchObject({ outcome: 'incorrect' });
});

test('one right item for everything earns one pair', () => {
  expect(graded({ photo: 'jpg', letter: 'jpg', song: 'jpg' })).toMatchObject({ outcome: 'incorrect' });
});

test('what is no response is not right, and nothing throws', () => {
  for (const hostile of hostileResponses) {
    expect(kind.grade(params, hostile as never, asIs).outcome).toBe('incorrect');
  }
});

test('faults of sense are named', () => {
  expect(kind.faults(params)).toEqual([]);
  expect(kind.faults({ ...params, pairs: { photo: 'jpg', letter: 'jpg', film: 'avi' } })).toHaveLength(4);
  expect(kind.faults({ ...params, right: entries('jpg', 'odt') })).toHaveLength(2);
  expect(kind.faults({ ...params, left: entries('photo', 'photo') })).toContain(
    'the left item "photo" is there twice',
  );
});

test('its texts, its guessing and what of a response may leave', () => {
  expect(kind.texts(params)).toHaveLength(7);
  expect(kind.guessing(params)).toBeCloseTo(1 / 24);
});
