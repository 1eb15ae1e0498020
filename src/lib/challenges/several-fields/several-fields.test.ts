import { expect, test } from 'vitest';
import * as v from 'valibot';
import { hostileResponses } from '../hostile-responses.ts';
import { severalFieldsKind } from './challenge.ts';

const params = v.parse(severalFieldsKind.params, {
  fields: [
    { id: 'who', label: '@who', text: { accept: ['@nora'] }, mistake: 'wrong-who' },
    { id: 'sum', label: '@sum', number: { value: 12.5 } },
  ],
});
const words = (text: string): string => (text === '@nora' ? 'Nora Petit' : text);
const grade = (values: Record<string, string>) => severalFieldsKind.grade(params, { values }, words);

test('each field is a step, compared as its own kind compares', () => {
  expect(grade({ who: 'nora petit', sum: '12,50' }).outcome).toBe('correct');
  expect(grade({ who: 'Nora Petti', sum: '12' })).toMatchObject({ outcome: 'partial', score: 1, steps: 2 });
  expect(grade({ sum: '12.5' })).toMatchObject({ outcome: 'partial', mistakes: ['wrong-who'] });
  expect(grade({}).outcome).toBe('incorrect');
});

test('a hostile response is never right and never throws', () => {
  for (const response of [...hostileResponses, { values: null }, { values: { __proto__: 'x', who: 3 } }]) {
    expect(severalFieldsKind.grade(params, response as never, words).score).toBe(0);
  }
});

test('a field that is there twice is told', () => {
  const [first] = params.fields;
  expect(severalFieldsKind.faults({ fields: [first!, first!] })).toEqual(['the field "who" is there twice']);
});
