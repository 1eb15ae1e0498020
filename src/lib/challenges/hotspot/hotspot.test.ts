import { expect, test } from 'vitest';
import * as v from 'valibot';
import { hostileResponses } from '../hostile-responses.ts';
import { hotspotKind as kind } from './challenge.ts';

const params = v.parse(kind.params, {
  picture: { file: { data: 'data:image/svg+xml,%3Csvg%2F%3E', width: 300, height: 300 }, alt: '@alt' },
  zones: [
    { id: 'a', label: '@a', x: 0, y: 0, width: 50, height: 50 },
    { id: 'b', label: '@b', x: 50, y: 0, width: 50, height: 50, mistake: 'not-b' },
    { id: 'c', label: '@c', x: 0, y: 50, width: 50, height: 50 },
  ],
  answers: ['a', 'c'],
});
const grade = (...selected: readonly string[]) =>
  kind.grade(params, { selected: [...selected] }, (text) => text);
const zoned = (change: object) => ({
  ...params,
  zones: params.zones.map((zone, index) => (index === 2 ? { ...zone, ...change } : zone)),
});

test('a point for each right place, less one for each wrong one', () => {
  expect(grade('c', 'a')).toEqual({ outcome: 'correct', score: 2, steps: 2, mistakes: [] });
  expect(grade('a')).toMatchObject({ outcome: 'partial', score: 1 });
  expect(grade('a', 'b')).toMatchObject({ outcome: 'incorrect', mistakes: ['not-b'] });
  expect(grade('a', 'b', 'c')).toMatchObject({ outcome: 'partial', score: 1 });
  // Saying it twice is saying it once.
  expect(grade('a', 'a').score).toBe(1);
});

test('a hostile response is never right and never throws', () => {
  for (const response of [...hostileResponses, { selected: [null] }, { selected: ['__proto__'] }]) {
    expect(kind.grade(params, response as never, (text) => text).score).toBe(0);
  }
});

test('its texts, its guessing', () => {
  expect(kind.texts(params)).toEqual(['@alt', '@a', '@b', '@c']);
  expect(kind.guessing(params)).toBe(1 / 8);
  expect(kind.guessing({ ...params, answers: ['a'] })).toBe(1 / 3);
});

test('answers that are no zones, have a mistake, are named twice or are all of them are told', () => {
  expect(kind.faults(params)).toEqual([]);
  expect(kind.faults({ ...params, answers: ['b', 'z'] })).toHaveLength(2);
  expect(kind.faults({ ...params, answers: ['a', 'a'] })).toEqual(['an answer is named twice']);
  expect(kind.faults({ ...params, answers: ['a', 'c', 'b'] })).toContain('every zone is an answer');
  expect(kind.faults(zoned({ id: 'a', label: '@b' }))).toEqual(
    expect.arrayContaining(['the zone "a" is there twice', 'the text "@b" is there twice']),
  );
});

test('a zone that no thumb can tap is told: too small, beyond the picture, under another', () => {
  expect(kind.faults(zoned({ height: 19 }))).toEqual([
    'the zone "c" is 142 by 53 pixels on a small phone, less than 44 by 56',
  ]);
  expect(kind.faults(zoned({ width: 15 }))).toEqual([
    'the zone "c" is 42 by 142 pixels on a small phone, less than 44 by 56',
  ]);
  // A flat picture makes the same share of it lower.
  const flat = { ...params.picture, file: { ...params.picture.file, height: 100 } };
  expect(kind.faults({ ...params, picture: flat })).toHaveLength(3);
  expect(kind.faults(zoned({ y: 60 }))).toEqual(['the zone "c" goes beyond the picture']);
  expect(kind.faults(zoned({ y: 49 }))).toEqual(['the zones "a" and "c" lie over one another']);
});

test('a picture is data of a known type, and no address', () => {
  const shown = (data: string): boolean =>
    v.is(kind.params, { ...params, picture: { ...params.picture, file: { ...params.picture.file, data } } });
  expect(shown('data:image/png;base64,iVBORw0KGgo')).toBe(true);
  for (const data of [
    'https://valbruyere.example/a.png',
    'javascript:alert(1)',
    'data:text/html,%3Cscript%3E',
    'data:image/svg+xml,<svg/>',
    'data:image/gif;base64,R0lGOD',
    'plan.svg',
    '',
  ]) {
    expect(shown(data), data).toBe(false);
  }
});
