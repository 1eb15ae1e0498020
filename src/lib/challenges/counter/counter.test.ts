import { expect, test } from 'vitest';
import * as v from 'valibot';
import type { CounterAction } from './action.ts';
import { counterSimulator } from './challenge.ts';
import { fieldFault, isIban } from './field-fault.ts';
import { counterFaults, counterStart } from './start.ts';
import type { CounterState } from './state.ts';

const written = {
  sites: [
    { id: 'real', name: 'Town', address: 'town.example' },
    { id: 'fake', name: 'Town', address: 'town.example.info', isFalse: true },
  ],
  code: '47',
  procedures: [
    {
      id: 'card',
      title: 'Card',
      about: 'A',
      fee: 5,
      steps: [{ title: 'One', fields: [{ id: 'mail', label: 'Mail', type: 'email' as const }] }],
      letter: { title: 'L', text: 'T', file: 'card.pdf' },
    },
  ],
  requests: [{ id: 'stray', service: 'S', code: '12', after: 'signIn' as const }],
};
const start = v.parse(counterStart, written);

function after(...actions: readonly CounterAction[]): CounterState {
  return actions.reduce(
    (state, action) => counterSimulator.apply(state, action, start, (text) => text),
    counterSimulator.begin(start, (text) => text),
  );
}
const facts = (...actions: readonly CounterAction[]): ReturnType<typeof counterSimulator.facts> =>
  counterSimulator.facts(after(...actions), start);
const inside = [
  { do: 'visit', site: 'real' },
  { do: 'open', procedure: 'card' },
  { do: 'approve', request: 'mine' },
] as const;
const filled = [...inside, { do: 'fill', field: 'mail', value: 'a@b.example' }, { do: 'next' }] as const;

test('identity is asked before a procedure, which then goes on', () => {
  expect(after(...inside.slice(0, 2)).place).toBe('signIn');
  expect(after(...inside)).toMatchObject({ place: 'form', procedure: 'card', signedIn: true });
  expect(after(...inside.slice(0, 2), { do: 'refuse', request: 'mine' })).toMatchObject({
    place: 'home',
    signedIn: false,
  });
});

test('a request that is not one’s own comes with its event, and approving it signs nobody in', () => {
  const strayed = facts({ do: 'visit', site: 'real' }, { do: 'signIn' }, { do: 'approve', request: 'stray' });
  expect(strayed).toMatchObject({ approved: ['stray'], signedIn: false });
  expect(facts({ do: 'approve', request: 'stray' }).approved).toEqual([]);
});

test('signing in on a false site is remembered', () => {
  const trapped = facts(
    { do: 'visit', site: 'fake' },
    { do: 'signIn' },
    { do: 'approve', request: 'mine' },
    { do: 'leave' },
  );
  expect(trapped).toMatchObject({ trapped: true, signedIn: false, site: '' });
});

test('a request asked at a site is withdrawn when one leaves it', () => {
  const left = [{ do: 'visit', site: 'fake' }, { do: 'signIn' }, { do: 'leave' }] as const;
  expect(after(...left).requests.map(({ id }) => id)).toEqual(['stray']);
  expect(facts(...left, { do: 'approve', request: 'mine' })).toMatchObject({ approved: [], trapped: false });
});

test('a page is left only when it is right, and what is wrong is then told', () => {
  const wrong = after(...inside, { do: 'fill', field: 'mail', value: 'a@b' }, { do: 'next' });
  expect(wrong).toMatchObject({ step: 0, isChecked: true });
  expect(after(...filled)).toMatchObject({ step: 1, isChecked: false });
});

test('what is sent is sent once it is read over and paid; then its letter comes', () => {
  expect(facts(...inside, { do: 'send' })['card.sent']).toBe(false);
  expect(facts(...filled, { do: 'send' })).toMatchObject({ 'card.sent': false, 'card.mail': '' });
  const paid = [...filled, { do: 'send' }, { do: 'pay' }] as const;
  expect(facts(...paid)).toMatchObject({ 'card.sent': true, 'card.paid': true, 'card.mail': 'a@b.example' });
  expect(after(...paid, { do: 'home' }, { do: 'open', procedure: 'card' }).place).toBe('done');
  expect(
    facts(...paid, { do: 'mailbox' }, { do: 'read', letter: 'card' }, { do: 'keep', letter: 'card' }).kept,
  ).toEqual(['card']);
});

test.each([
  ['BE71 0961 2345 6769', true],
  ['be71096123456769', true],
  ['BE71 0961 2345 6768', false],
  ['FR76 3000 6000 0112 3456 7890 189', true],
  ['', false],
])('the account %s: %s', (text, isRight) => {
  expect(isIban(text)).toBe(isRight);
});

test('an optional field may stay empty, but not be wrong', () => {
  const field = { id: 'a', label: 'A', type: 'date' as const, options: [], required: false };
  expect(fieldFault(field, ' ')).toBeUndefined();
  expect(fieldFault(field, '2026-02-30')).toBe('date');
  expect(fieldFault({ ...field, required: true }, '')).toBe('missing');
});

test('a start that makes no sense is told', () => {
  const faults = counterFaults(
    v.parse(counterStart, {
      sites: [{ id: 'fake', name: 'A', address: 'A', isFalse: true }],
      code: '47',
      procedures: [
        {
          id: 'sent',
          title: 'A',
          about: 'A',
          steps: [
            {
              title: 'A',
              fields: [
                { id: 'a', label: 'A', type: 'choice' },
                { id: 'b', label: 'B', type: 'file' },
              ],
            },
          ],
        },
      ],
      requests: [{ id: 'stray', service: 'S', code: '47' }],
    }),
  );
  expect(faults).toHaveLength(5);
});
