import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Json } from '#lib/base/canonical-json.ts';
import { randomIndex, seededRandom, type Random } from '#lib/base/random.ts';
import { replayTask, type TaskParams } from '../simulator.ts';
import { mailAction, type MailAction } from './action.ts';
import { mailKind, mailSimulator } from './challenge.ts';
import { attachables, letterOf, personOf } from './letter.ts';
import { destinations, refusalOf } from './refusal.ts';
import { mailFolders, mailStart, type MailStart } from './start.ts';
import type { MailState } from './state.ts';

const words = (text: string): string => text.replace('@', '');
const stranger = 'support@banque-valbruyere.example';

const start = v.parse(mailStart, {
  me: { name: '@me', address: 'nadia@valbruyere.example' },
  contacts: [
    { id: 'school', name: '@school', address: 'ecole@valbruyere.example' },
    { id: 'lucie', name: 'Lucie', address: 'lucie@valbruyere.example' },
    { id: 'omar', name: 'Omar', address: 'omar@valbruyere.example' },
  ],
  documents: [
    { id: 'certificate', name: '@certificate', size: 4 },
    { id: 'film', name: 'Film', size: 9 },
  ],
  attachmentLimit: 10,
  phrases: [
    { id: 'absent', text: '@absent' },
    { id: 'thanks', text: 'Merci.' },
  ],
  subjects: [{ id: 'absence', text: '@absence' }],
  messages: [
    {
      id: 'trip',
      in: 'inbox',
      from: 'school',
      to: ['me', 'lucie'],
      cc: ['omar', 'me'],
      date: '2026-03-02T09:10',
      subject: '@trip.subject',
      body: '@trip.body',
      attachments: [{ id: 'form', name: '@form', size: 0.1 }],
      unread: true,
    },
    {
      id: 'scam',
      in: 'inbox',
      from: { name: '@bank', address: stranger },
      date: '2026-03-03T08:00',
      subject: 'RE: compte',
      body: '@scam.body',
    },
    {
      id: 'mine',
      in: 'sent',
      from: 'me',
      to: ['omar'],
      cc: ['lucie'],
      date: '2026-03-01T08:00',
      subject: 'x',
      body: 'x',
    },
    { id: 'begun', in: 'drafts', from: 'me', to: [], date: '2026-03-01T09:00', subject: 'x', body: 'x' },
  ],
});

function begin(): MailState {
  return mailSimulator.begin(start, words);
}

function after(...actions: MailAction[]): MailState {
  return actions.reduce((state, action) => mailSimulator.apply(state, action, start, words), begin());
}

function factsAfter(...actions: MailAction[]): ReturnType<typeof mailSimulator.facts> {
  return mailSimulator.facts(after(...actions), start);
}

test('reading marks a message as read and shows its folder', () => {
  expect(factsAfter()['trip.read']).toBe(false);
  const state = after({ do: 'enter', folder: 'spam' }, { do: 'read', id: 'trip' });
  expect([state.folder, state.reading]).toEqual(['inbox', 'trip']);
  expect(factsAfter({ do: 'read', id: 'trip' }, { do: 'close' })['trip.read']).toBe(true);
});

test('details, attachments and links belong to the message that is open', () => {
  const facts = factsAfter(
    { do: 'details' },
    { do: 'openAttachment', id: 'form' },
    { do: 'follow', id: 'early' },
    { do: 'read', id: 'trip' },
    { do: 'openAttachment', id: 'form' },
    { do: 'openAttachment', id: 'film' },
    { do: 'read', id: 'scam' },
    { do: 'openAttachment', id: 'form' },
    { do: 'details' },
    { do: 'follow', id: 'pay' },
  );
  expect(facts['details.seen']).toEqual(['scam']);
  expect(facts['attachments.opened']).toEqual(['form']);
  expect(facts['links.followed']).toEqual(['pay']);
});

test('a message is moved, deleted, reported, its sender blocked', () => {
  expect(factsAfter({ do: 'move', id: 'trip', to: 'spam' })['trip.in']).toBe('spam');
  expect(factsAfter({ do: 'delete', id: 'mine' })['mine.in']).toBe('trash');
  expect(factsAfter({ do: 'delete', id: 'mine' }, { do: 'move', id: 'mine', to: 'sent' })['mine.in']).toBe(
    'sent',
  );
  const facts = factsAfter(
    { do: 'report', id: 'scam' },
    { do: 'block', id: 'scam' },
    { do: 'block', id: 'trip' },
  );
  expect([facts['scam.in'], facts['scam.reported']]).toEqual(['spam', true]);
  expect(facts['blocked']).toEqual([stranger, 'school']);
  expect(after({ do: 'read', id: 'scam' }, { do: 'report', id: 'scam' }).reading).toBe('');
  expect(destinations(begin().messages[0]!)).toEqual(['spam', 'trash']);
});

test('a new message: recipients, a subject and sentences tapped, a document', () => {
  const facts = factsAfter(
    { do: 'compose' },
    { do: 'add', field: 'to', contact: 'school' },
    { do: 'add', field: 'to', contact: 'omar' },
    { do: 'add', field: 'bcc', contact: 'lucie' },
    { do: 'add', field: 'cc', contact: 'omar' },
    { do: 'subject', id: 'absence' },
    { do: 'phrase', id: 'thanks' },
    { do: 'phrase', id: 'absent' },
    { do: 'unphrase', id: 'thanks' },
    { do: 'body', text: 'À demain' },
    { do: 'attach', id: 'certificate' },
    { do: 'send' },
  );
  expect(facts).toMatchObject({
    'sent.count': 1,
    'sent.to': ['school'],
    'sent.cc': ['omar'],
    'sent.bcc': ['lucie'],
    'sent.subject': 'absence',
    'sent.phrases': ['absent'],
    'sent.body': 'À demain',
    'sent.attachments': ['certificate'],
    'sent.how': 'new',
    'sent.about': '',
    'sent~1.in': 'sent',
  });
});

test('an answer goes to the sender, an answer to all to the others too, a forward to nobody yet', () => {
  expect(after({ do: 'reply', id: 'trip' }).draft).toMatchObject({
    to: ['school'],
    cc: [],
    subject: 'Re: trip.subject',
    about: 'trip',
  });
  expect(after({ do: 'replyAll', id: 'trip' }).draft).toMatchObject({
    to: ['school', 'lucie'],
    cc: ['omar'],
  });
  expect(after({ do: 'forward', id: 'trip' }).draft).toMatchObject({
    to: [],
    attachments: ['form'],
    subject: 'Fwd: trip.subject',
  });
  expect(after({ do: 'reply', id: 'scam' }).draft).toMatchObject({ to: [stranger], subject: 'RE: compte' });
  expect(after({ do: 'replyAll', id: 'mine' }).draft).toMatchObject({ to: ['omar'], cc: ['lucie'] });
});

test('everybody ever written to is remembered; facts speak of the last message', () => {
  const facts = factsAfter(
    { do: 'reply', id: 'scam' },
    { do: 'send' },
    { do: 'forward', id: 'trip' },
    { do: 'add', field: 'bcc', contact: 'omar' },
    { do: 'send' },
  );
  expect(facts['sent.anyone']).toEqual([stranger, 'omar']);
  expect(facts).toMatchObject({
    'sent.count': 2,
    'sent.how': 'forward',
    'sent.about': 'trip',
    'sent.to': [],
  });
});

test('a draft with words in it is kept; one without is thrown away', () => {
  expect(after({ do: 'reply', id: 'trip' }, { do: 'close' }).draft).toBeNull();
  expect(after({ do: 'reply', id: 'trip' }, { do: 'replyAll', id: 'trip' }).draft?.how).toBe('replyAll');
  const kept = [
    { do: 'reply', id: 'trip' },
    { do: 'phrase', id: 'absent' },
    { do: 'read', id: 'scam' },
  ] as const;
  expect(after(...kept)).toMatchObject({ writing: false, reading: 'scam', draft: { phrases: ['absent'] } });
  expect(refusalOf(after(...kept), { do: 'reply', id: 'scam' }, start)).toBe('draftOpen');
  expect(after(...kept, { do: 'compose' })).toMatchObject({ writing: true, draft: { about: 'trip' } });
  expect(after(...kept, { do: 'discard' })).toMatchObject({ writing: false, draft: null });
});

test('what was forwarded and taken out can be put back; the stranger who is answered too', () => {
  const forward = after({ do: 'forward', id: 'trip' }, { do: 'detach', id: 'form' });
  expect(attachables(start, forward.draft!).map((each) => each.id)).toEqual(['certificate', 'film', 'form']);
  const again = [
    { do: 'remove', field: 'to', contact: stranger },
    { do: 'add', field: 'cc', contact: stranger },
  ] as const;
  expect(after({ do: 'reply', id: 'scam' }, ...again).draft?.cc).toEqual([stranger]);
});

const composing: readonly MailAction[] = [{ do: 'compose' }];
const attaching: readonly MailAction[] = [...composing, { do: 'attach', id: 'certificate' }];

test.each<[readonly MailAction[], MailAction, string]>([
  [[], { do: 'read', id: 'nobody' }, 'missing'],
  [[], { do: 'details' }, 'missing'],
  [[], { do: 'move', id: 'trip', to: 'sent' }, 'missing'],
  [[], { do: 'move', id: 'trip', to: 'inbox' }, 'alreadyDone'],
  [[{ do: 'delete', id: 'trip' }], { do: 'delete', id: 'trip' }, 'alreadyDone'],
  [[], { do: 'block', id: 'mine' }, 'ownMessage'],
  [[], { do: 'report', id: 'mine' }, 'ownMessage'],
  [[], { do: 'reply', id: 'begun' }, 'missing'],
  [[], { do: 'send' }, 'noDraft'],
  [[], { do: 'add', field: 'to', contact: 'omar' }, 'noDraft'],
  [composing, { do: 'send' }, 'noRecipient'],
  [composing, { do: 'add', field: 'to', contact: 'nobody' }, 'missing'],
  [composing, { do: 'remove', field: 'to', contact: 'omar' }, 'missing'],
  [composing, { do: 'phrase', id: 'none' }, 'missing'],
  [composing, { do: 'subject', id: 'none' }, 'missing'],
  [composing, { do: 'attach', id: 'form' }, 'missing'],
  [attaching, { do: 'attach', id: 'certificate' }, 'alreadyDone'],
  [attaching, { do: 'attach', id: 'film' }, 'tooBig'],
])('after %j, %j is impossible: %s', (before, action, reason) => {
  const state = after(...before);
  expect(refusalOf(state, action, start)).toBe(reason);
  expect(mailSimulator.apply(state, action, start, words)).toBe(state);
});

test('a sent message can be read again, with its words', () => {
  const state = after(
    { do: 'compose' },
    { do: 'add', field: 'to', contact: 'omar' },
    { do: 'subject', id: 'absence' },
    { do: 'phrase', id: 'absent' },
    { do: 'send' },
    { do: 'read', id: 'sent~1' },
  );
  expect(letterOf(state, start, 'sent~1')).toMatchObject({
    subject: '@absence',
    phrases: ['@absent'],
    to: ['omar'],
  });
  expect(personOf(start, stranger)).toEqual({ name: '@bank', address: stranger });
  expect(personOf(start, 'me').address).toBe('nadia@valbruyere.example');
});

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
    let state = begin();
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
