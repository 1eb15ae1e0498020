import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Json } from '#lib/base/canonical-json.ts';
import { randomIndex, seededRandom, type Random } from '#lib/base/random.ts';
import { replayTask, type TaskParams } from '../simulator.ts';
import { mailAction, type MailAction } from './action.ts';
import { mailKind, mailSimulator } from './challenge.ts';
import { mailSample as start, sampleStranger as stranger, sampleWords as words } from './sample.ts';
import { mailFolders, type MailStart } from './start.ts';
import type { MailState } from './state.ts';

function task(goal: unknown, forbid: unknown = []): TaskParams<MailStart> {
  return v.parse(mailKind.params, { start: { ...start }, goal, forbid });
}

const absence = task(
  [
    { all: [{ fact: 'sent.to', same: ['school'] }], mistake: 'who' },
    { all: [{ fact: 'sent.attachments', has: 'certificate' }], mistake: 'certificate' },
  ],
  [{ all: [{ fact: 'links.followed', has: 'pay' }], mistake: 'trapped' }],
);

test('a task is graded on the last message sent', () => {
  const grade = (...log: Json[]): unknown => mailKind.grade(absence, log, words);
  const reply = { do: 'reply', id: 'trip' };
  const attach = { do: 'attach', id: 'certificate' };
  expect(grade(reply, attach, { do: 'send' })).toMatchObject({ outcome: 'correct', score: 2 });
  expect(grade(reply, { do: 'send' })).toMatchObject({ outcome: 'partial', mistakes: ['certificate'] });
  expect(grade(reply, attach)).toMatchObject({ outcome: 'incorrect' });
  expect(
    grade({ do: 'read', id: 'scam' }, { do: 'follow', id: 'pay' }, reply, attach, { do: 'send' }),
  ).toMatchObject({
    outcome: 'incorrect',
    mistakes: ['trapped'],
  });
});

test('every text of a start is named', () => {
  expect(mailKind.texts(absence)).toEqual(
    ['@me', '@school', '@certificate', '@absent', '@absence', '@trip.subject', '@trip.body', '@form'].concat(
      '@bank',
      '@scam.body',
    ),
  );
});

test('a sound start has no fault; faults of sense are found', () => {
  expect(mailKind.faults(absence)).toEqual([]);
  const again = start.messages[0]!;
  const broken = {
    ...start,
    contacts: [...start.contacts, { id: 'me', name: 'x', address: 'x@y.example' }],
    phrases: [...start.phrases, start.phrases[0]!],
    messages: [...start.messages, again, { ...again, id: 'lost', in: 'sent' as const, to: ['nobody'] }],
  };
  const faults = mailKind.faults({ ...absence, start: broken }).join('\n');
  for (const part of [
    'contact id "me"',
    'attachment id "form"',
    'phrase id',
    'message id "trip"',
    '"nobody"',
    'cannot be in "sent"',
  ]) {
    expect(faults).toContain(part);
  }
  const met = task([{ all: [{ fact: 'trip.in', is: 'inbox' }] }]);
  expect(mailKind.faults(met)).toEqual(['step 1 of the goal already holds at the start']);
});

test('both ways to give a subject are read, and nothing else', () => {
  expect(v.is(mailAction, { do: 'subject', id: 'absence' })).toBe(true);
  expect(v.is(mailAction, { do: 'subject', text: '' })).toBe(true);
  expect(v.is(mailAction, { do: 'subject' })).toBe(false);
  expect(v.is(mailAction, { do: 'delete', id: 'a', now: true })).toBe(false);
});

test('a hostile log never throws', () => {
  const id = fc.constantFrom('trip', 'scam', 'sent~1', 'school', 'me', '__proto__', 'constructor', 'form');
  const entry = fc.oneof(
    fc.jsonValue(),
    fc.record({
      do: fc.constantFrom('read', 'reply', 'forward', 'delete', 'attach', 'phrase', 'toString'),
      id,
    }),
    fc.record({
      do: fc.constantFrom('add', 'remove'),
      field: fc.constantFrom('to', 'cc', '__proto__'),
      contact: id,
    }),
  );
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 40 }), (log) => {
      expect(mailKind.grade(absence, log as Json[], words).steps).toBe(2);
    }),
  );
});

test('2,000 steps at random: never a throw, always plain data, and replay gives the same state', () => {
  const random = seededRandom('mail');
  for (let walk = 0; walk < 5; walk += 1) {
    const log: MailAction[] = [];
    let state = mailSimulator.begin(start, words);
    for (let step = 0; step < 400; step += 1) {
      const action = v.parse(mailAction, randomAction(state, random));
      log.push(action);
      state = mailSimulator.apply(state, action, start, words);
      mailSimulator.facts(state, start);
    }
    expect(state.sent.length).toBeGreaterThan(0);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    expect(replayTask(mailSimulator, absence, log, words).state).toEqual(state);
  }
});

function randomAction(state: MailState, random: Random): MailAction {
  const one = <Member>(members: readonly Member[]): Member =>
    members[randomIndex(random, members.length)] as Member;
  const id = (): string => one([...state.messages.map((message) => message.id), 'nobody']);
  const contact = (): string => one(['school', 'lucie', 'omar', 'me', stranger, 'nobody']);
  const field = (): 'to' | 'cc' | 'bcc' => one(['to', 'cc', 'bcc']);
  const actions: readonly (() => MailAction)[] = [
    () => ({ do: 'enter', folder: one(mailFolders) }),
    () => ({ do: 'read', id: id() }),
    () => ({ do: one(['close', 'details', 'compose']) }),
    () => ({
      do: one(['openAttachment', 'follow', 'attach', 'detach']),
      id: one(['form', 'certificate', 'film']),
    }),
    () => ({ do: 'move', id: id(), to: one(mailFolders) }),
    () => ({ do: one(['delete', 'report', 'block', 'reply', 'replyAll', 'forward']), id: id() }),
    () => ({ do: 'add', field: field(), contact: contact() }),
    () => ({ do: 'remove', field: field(), contact: contact() }),
    () => ({ do: 'subject', text: one(['', 'x']) }),
    () => ({ do: 'subject', id: one(['absence', 'none']) }),
    () => ({ do: one(['phrase', 'unphrase']), id: one(['absent', 'thanks', 'none']) }),
    () => ({ do: 'body', text: one(['', 'Bonjour']) }),
    () => ({ do: one(['send', 'discard']) }),
  ];
  return one(actions)();
}
