import { expect, test } from 'vitest';
import type { MailAction } from './action.ts';
import { mailSimulator } from './challenge.ts';
import { attachables, letterOf, personOf } from './letter.ts';
import { destinations, refusalOf } from './refusal.ts';
import { mailSample as start, sampleStranger as stranger, sampleWords as words } from './sample.ts';
import type { MailState } from './state.ts';

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
