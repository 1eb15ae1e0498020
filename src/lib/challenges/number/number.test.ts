import { expect, test } from 'vitest';
import { hostileResponses } from '../hostile-responses.ts';
import { numberKind as kind, type NumberParams } from './challenge.ts';

const french = (text: string): string => ({ '@euros': '€', '@km': 'km' })[text] ?? text;
const price: NumberParams = { value: 12.5, within: 0, unit: '@euros' };
const graded = (text: string, params: NumberParams = price): string =>
  kind.grade(params, { text }, french).outcome;

test('a comma, a point, spaces and the unit are all one', () => {
  for (const typed of ['12,5', '12.50', ' 12,5 ', '12,5 €', '12,50€', '+12,5'])
    expect(graded(typed)).toBe('correct');
  for (const typed of ['12', '12,5 km', '12,5,0', '€', 'douze', '-12,5', ''])
    expect(graded(typed)).toBe('incorrect');
});

test('the unit is compared with its case evened out', () => {
  expect(graded('1 200 KM', { value: 1200, within: 0, unit: '@km' })).toBe('correct');
});

test('a margin counts on both sides, its ends included', () => {
  const about = { value: 0.3, within: 0.1 };
  expect(graded('0,2', about)).toBe('correct');
  expect(graded('0,4', about)).toBe('correct');
  expect(graded('0,41', about)).toBe('incorrect');
});

test('what is no response is not right, and nothing throws', () => {
  for (const hostile of hostileResponses) {
    expect(kind.grade(price, hostile as never, french).outcome).toBe('incorrect');
  }
});

test('its texts and its guessing', () => {
  expect(kind.texts(price)).toEqual(['@euros']);
  expect(kind.texts({ value: 1, within: 0 })).toEqual([]);
  expect(kind.guessing(price)).toBe(0);
});
