import { expect, test } from 'vitest';
import { responseWords } from './response-words.ts';

const plain = (text: string): string => text.replace('@', 'mots de ');
const option = (id: string) => ({ id, text: `@${id}` });

test('what was chosen, ordered, paired, typed or filled in is said in the words that were seen', () => {
  const options = { options: [option('a'), option('b')], answer: 'a' };
  expect(responseWords(options, { choice: 'b' }, plain)).toEqual(['mots de b']);
  expect(responseWords(options, { choices: ['a', 'b'] }, plain)).toEqual(['mots de a', 'mots de b']);
  const pairs = { left: [option('x')], right: [{ id: 'x', text: '@droite' }], pairs: { x: 'x' } };
  expect(responseWords(pairs, { pairs: { x: 'x' } }, plain)).toEqual(['mots de x → mots de droite']);
  expect(responseWords({ value: 3 }, { value: '27' }, plain)).toEqual(['27']);
  const fields = { fields: [{ id: 'c1', label: '@total', number: { value: 1 } }] };
  expect(responseWords(fields, { values: { c1: '37', c2: '' } }, plain)).toEqual(['mots de total → 37']);
  expect(responseWords(options, null, plain)).toEqual([]);
});
