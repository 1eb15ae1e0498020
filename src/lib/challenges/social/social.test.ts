import { expect, test } from 'vitest';
import * as v from 'valibot';
import type { SocialAction } from './action.ts';
import { socialSimulator } from './challenge.ts';
import { socialFaults, socialStart } from './start.ts';
import { isStopped, type SocialState } from './state.ts';

const start = v.parse(socialStart, {
  people: [{ id: 'bob', name: 'Bob' }],
  posts: [
    { id: 'his', by: 'bob', text: 'His', tagged: ['me'] },
    { id: 'mine', by: 'me', text: 'Mine', audience: 'public' },
  ],
  requests: [{ id: 'ann', name: 'Ann', about: 'A' }],
  phrases: [{ id: 'hello', text: 'Hello' }],
  comments: [{ id: 'please', text: 'Please' }],
  pictures: [{ id: 'sea', text: 'Sea', location: true }],
  page: {
    name: 'P',
    comments: [
      { id: 'one', text: 'Buy CRYPTO now' },
      { id: 'two', text: 'cryptography is nice' },
    ],
  },
});

function after(...actions: readonly SocialAction[]): SocialState {
  return actions.reduce(
    (state, action) => socialSimulator.apply(state, action, start, (text) => text),
    socialSimulator.begin(start, (text) => text),
  );
}
const facts = (...actions: readonly SocialAction[]): ReturnType<typeof socialSimulator.facts> =>
  socialSimulator.facts(after(...actions), start);

test('what is written is seen once it is published, by those it was meant for', () => {
  expect(facts({ do: 'publish' })['new.count']).toBe(0);
  const published = facts(
    { do: 'default', who: 'friends' },
    { do: 'phrase', id: 'hello' },
    { do: 'picture', id: 'sea' },
    { do: 'publish' },
  );
  expect(published).toMatchObject({
    'new.audience': 'friends',
    'new.phrases': ['hello'],
    'new.location': false,
    'new.located': true,
  });
  expect(
    facts({ do: 'phrase', id: 'hello' }, { do: 'publish' }, { do: 'remove', post: 'new-1' })['new.removed'],
  ).toBe(true);
  // There is no list here.
  expect(after({ do: 'audience', who: 'list' })).toEqual(after());
});

test('one changes one’s own posts, and asks about those of others', () => {
  expect(facts({ do: 'remove', post: 'his' })['his.removed']).toBe(false);
  expect(facts({ do: 'limit', post: 'mine', who: 'me' })['mine.audience']).toBe('me');
  expect(facts({ do: 'ask', post: 'his', phrase: 'please' })['his.asked']).toEqual(['please']);
  expect(facts({ do: 'ask', post: 'mine', phrase: 'please' })['mine.asked']).toEqual([]);
  expect(facts({ do: 'untagMe', post: 'his' })['his.untagged']).toBe(true);
  expect(facts({ do: 'untagMe', post: 'mine' })['mine.untagged']).toBe(false);
  expect(after({ do: 'like', post: '__proto__' })).toEqual(after());
});

test('a request is answered once', () => {
  expect(facts({ do: 'decline', request: 'ann' }, { do: 'accept', request: 'ann' })).toMatchObject({
    'friends.declined': ['ann'],
    'friends.accepted': [],
  });
});

test('a blocked word stops comments that hold it whole, however it is written', () => {
  expect(isStopped('Buy CRYPTO now', ['crypto'])).toBe(true);
  expect(isStopped('cryptography is nice', ['crypto'])).toBe(false);
  expect(isStopped('anything', [' '])).toBe(false);
  expect(facts({ do: 'forbid', word: 'Crypto' }, { do: 'drop', comment: 'two' })['page.stopped']).toEqual([
    'one',
    'two',
  ]);
  expect(facts({ do: 'forbid', word: 'Crypto' }, { do: 'allow', word: 'CRYPTO' })['page.stopped']).toEqual(
    [],
  );
});

test('a start that makes no sense is told', () => {
  const faults = socialFaults(
    v.parse(socialStart, {
      people: [{ id: 'me', name: 'A' }],
      posts: [
        { id: 'a', by: 'zoe', text: 'T', shares: 'none', tagged: ['zoe'], audience: 'list' },
        { id: 'a', by: 'me', text: 'T' },
      ],
    }),
  );
  expect(faults).toHaveLength(6);
});
