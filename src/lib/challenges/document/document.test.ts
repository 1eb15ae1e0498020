import { expect, test } from 'vitest';
import * as v from 'valibot';
import type { DocumentAction } from './action.ts';
import { documentSimulator } from './challenge.ts';
import { documentFaults, documentStart, newest } from './start.ts';
import type { DocumentState } from './state.ts';

const start = v.parse(documentStart, {
  title: 'Letter',
  tools: ['style', 'mark', 'align', 'move', 'write', 'add', 'remove', 'comment'],
  mode: 'edit',
  fields: [{ id: 'name', name: 'First name' }],
  guests: [{ id: 'ana', name: 'Ana', values: { name: 'Ana-Maria' } }],
  versions: [
    {
      id: 'old',
      name: 'Monday',
      blocks: [
        { id: 'a', text: 'Old words' },
        { id: 'lost', text: 'Lost' },
      ],
    },
  ],
  blocks: [
    { id: 'a', text: 'Fair', style: 'paragraph' },
    {
      id: 'b',
      text: 'We {p} on {name}',
      phrases: [{ id: 'p', text: 'meat', choices: [{ id: 'meet', text: 'meet' }] }],
    },
    { id: 'photo', text: 'A poster', picture: true },
    { id: 'c', text: 'End', suggested: { by: 'Sam', text: 'The end' } },
  ],
});

const same = (text: string): string => text;
function after(...actions: readonly DocumentAction[]): DocumentState {
  return actions.reduce<DocumentState>(
    (state, action) => documentSimulator.apply(state, action, start, same),
    documentSimulator.begin(start, same),
  );
}
const facts = (...actions: readonly DocumentAction[]) => documentSimulator.facts(after(...actions), start);

test('a block is moved, styled, marked and placed', () => {
  const done = facts(
    { do: 'down', block: 'a' },
    { do: 'style', block: 'a', style: 'title' },
    { do: 'mark', block: 'b', phrase: 'p', mark: 'bold' },
    { do: 'align', block: 'c', align: 'right' },
  );
  expect(done).toMatchObject({
    order: 'b a photo c',
    'a.style': 'title',
    'p.marks': ['bold'],
    'c.align': 'right',
  });
});

test('the checker’s word takes the place of a phrase, and typing takes the place of all', () => {
  expect(facts({ do: 'correct', block: 'b', phrase: 'p', choice: 'meet' })['b.text']).toBe(
    'We meet on {name}',
  );
  const typed = facts({ do: 'write', block: 'b', text: 'Dear «First name», hello' });
  expect(typed).toMatchObject({
    'b.text': 'Dear {name}, hello',
    'b.fields': ['name'],
    'b.for.ana': 'Dear Ana-Maria, hello',
  });
  expect(typed['p.text']).toBeUndefined();
});

test('what is suggested stands beside what is there', () => {
  const suggest: DocumentAction = { do: 'mode', mode: 'suggest' };
  expect(facts(suggest, { do: 'write', block: 'a', text: 'Big fair' })).toMatchObject({
    'a.text': 'Fair',
    'a.suggested': 'Big fair',
  });
  expect(facts(suggest, { do: 'remove', block: 'a' })).toMatchObject({
    'a.leaves': true,
    order: 'a b photo c',
  });
  expect(facts(suggest, { do: 'remove', block: 'a' }, { do: 'reject', block: 'a' })['a.leaves']).toBe(false);
});

test('somebody else’s suggestion is taken or left', () => {
  expect(facts({ do: 'accept', block: 'c' })).toMatchObject({ 'c.text': 'The end', accepted: ['c'] });
  expect(facts({ do: 'reject', block: 'c' })).toMatchObject({ 'c.text': 'End', rejected: ['c'] });
});

test('an older version comes back, and what was there stays at hand', () => {
  const back: DocumentAction = { do: 'restore', version: 'old' };
  expect(facts(back)).toMatchObject({ order: 'a lost', 'a.text': 'Old words', restored: 'old' });
  expect(facts(back, { do: 'take', version: newest, block: 'c' }).order).toBe(
    'a lost c'.replace('lost c', 'c lost'),
  );
  expect(facts({ do: 'take', version: 'old', block: 'lost' }).order).toBe('a lost b photo c');
});

test('headings that pass over a rank are told, and lines with nothing or too many spaces are counted', () => {
  expect(facts().headings).toBe(false);
  const title: DocumentAction = { do: 'style', block: 'a', style: 'title' };
  expect(facts(title).headings).toBe(true);
  expect(facts(title, { do: 'style', block: 'b', style: 'subheading' }).headings).toBe(false);
  expect(facts({ do: 'add', block: 'a' }).empties).toBe(1);
  expect(facts({ do: 'write', block: 'a', text: '   Fair' }).extra).toBe(1);
});

test('a tool that the author left out does nothing', () => {
  const bare = { ...start, tools: [] };
  const begun = documentSimulator.begin(bare, same);
  for (const action of [
    { do: 'up', block: 'b' },
    { do: 'write', block: 'a', text: 'x' },
    { do: 'remove', block: 'a' },
  ] as const)
    expect(documentSimulator.apply(begun, action, bare, same)).toBe(begun);
});

test('a start that makes no sense is told', () => {
  const faults = documentFaults({
    ...start,
    fields: [...start.fields, { id: 'a', name: 'A' }],
    versions: [{ id: newest, name: 'N', blocks: start.blocks }],
  });
  expect(faults).toHaveLength(3);
});
