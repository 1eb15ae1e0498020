import { expect, test } from 'vitest';
import * as v from 'valibot';
import type { ChatAction } from './action.ts';
import { chatSimulator } from './challenge.ts';
import { chatFaults, chatStart } from './start.ts';
import { messagesIn, type ChatState } from './state.ts';

const written = {
  people: [
    { id: 'ann', name: 'Ann' },
    { id: 'bob', name: 'Bob' },
  ],
  threads: [
    { id: 'group', name: 'Group', with: ['ann', 'bob'], messages: [{ id: 'hi', from: 'ann', text: 'Hi' }] },
    { id: 'alone', with: ['bob'], messages: [{ id: 'mine', from: 'me', text: 'Mine' }] },
  ],
  phrases: [{ id: 'yes', text: 'Yes' }],
  script: [{ id: 'thanks', after: 'say:yes', thread: 'group', from: 'ann', text: 'Thanks' }],
  call: {
    title: 'Call',
    with: ['ann'],
    windows: [
      { id: 'poster', title: 'Poster' },
      { id: 'bank', title: 'Bank', private: true },
    ],
    heard: [
      { id: 'hello', from: 'ann', text: 'Hello' },
      { id: 'quiet', after: 'mic:off', from: 'ann', text: 'Quiet' },
    ],
  },
};
const start = v.parse(chatStart, written);

function after(...actions: readonly ChatAction[]): ChatState {
  return actions.reduce(
    (state, action) => chatSimulator.apply(state, action, start, (text) => text),
    chatSimulator.begin(start, (text) => text),
  );
}
const facts = (...actions: readonly ChatAction[]): ReturnType<typeof chatSimulator.facts> =>
  chatSimulator.facts(after(...actions), start);
const open = { do: 'open', thread: 'group' } as const;
const yes = { do: 'say', phrase: 'yes' } as const;

test('an answer comes once, after its event, and never from somebody blocked', () => {
  const texts = (state: ChatState): string[] => messagesIn(state, 'group').map(({ text }) => text);
  expect(texts(after(open, yes, yes))).toEqual(['Hi', 'Yes', 'Thanks', 'Yes']);
  expect(texts(after({ do: 'block', person: 'ann' }, open, yes))).toEqual(['Hi', 'Yes']);
});

test('one writes only where one may: not in a group that was left, nor to somebody blocked', () => {
  expect(facts({ do: 'leave', thread: 'group' }, open, yes)['group.said']).toEqual([]);
  expect(facts({ do: 'block', person: 'bob' }, { do: 'open', thread: 'alone' }, yes)['alone.said']).toEqual(
    [],
  );
  // A conversation with one person is not left.
  expect(facts({ do: 'leave', thread: 'alone' })['alone.left']).toBe(false);
});

test('a reply is attached to its message, which must be there', () => {
  expect(facts(open, { ...yes, to: 'hi' })['hi.answers']).toEqual(['yes']);
  expect(facts(open, { ...yes, to: 'mine' })['group.said']).toEqual([]);
});

test('only one’s own message is taken away from everybody', () => {
  expect(facts({ do: 'delete', message: 'hi', for: 'all' })['hi.deleted']).toBe('no');
  expect(facts({ do: 'delete', message: 'mine', for: 'all' })['mine.deleted']).toBe('all');
  expect(messagesIn(after({ do: 'delete', message: 'hi', for: 'me' }), 'group')).toEqual([]);
});

test('sharing the whole screen shows every window, and what was seen stays seen', () => {
  expect(facts({ do: 'share', what: 'poster' })['call.shown']).toEqual([]);
  const shared = facts({ do: 'join' }, { do: 'share', what: 'screen' }, { do: 'share', what: 'poster' });
  expect(shared).toMatchObject({ 'call.shared': 'poster', 'call.shown': ['poster', 'bank'] });
});

test('what is heard in a call comes at the door and by what is done', () => {
  expect(facts({ do: 'mic', on: false })['call.heard']).toEqual([]);
  expect(facts({ do: 'join' })['call.heard']).toEqual(['hello']);
  expect(facts({ do: 'join' }, { do: 'mic', on: false })['call.heard']).toEqual(['hello', 'quiet']);
});

test('a start that makes no sense is told', () => {
  const faults = chatFaults(
    v.parse(chatStart, {
      ...written,
      threads: [
        {
          id: 'group',
          with: ['ann', 'zoe'],
          messages: [
            { id: 'empty', from: 'ann' },
            { id: 'call', from: 'ann', text: 'x' },
          ],
        },
      ],
      script: [{ id: 'lost', after: 'join', thread: 'nowhere', from: 'ann', text: 'x' }],
    }),
  );
  expect(faults).toHaveLength(5);
});
