import * as v from 'valibot';

const text = v.pipe(v.string(), v.minLength(1));
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/i, 'an id is made of letters, digits and hyphens'),
);
const address = v.pipe(v.string(), v.regex(/^\S+@\S+\.\S+$/, 'an address has an @ and a dot'));
const attachment = v.strictObject({ id, name: text, size: v.pipe(v.number(), v.minValue(0)) });
const phrase = v.strictObject({ id, text });

/** The folders of the mailbox, in their order on screen. */
export const mailFolders = ['inbox', 'sent', 'drafts', 'spam', 'trash'] as const;
export type MailFolder = (typeof mailFolders)[number];

/** What an author writes under `start` for the mail simulator. */
export const mailStart = v.strictObject({
  me: v.strictObject({ name: text, address }),
  contacts: v.optional(v.array(v.strictObject({ id, name: text, address })), []),
  documents: v.optional(v.array(attachment), []),
  /** In MB, for a whole message. */
  attachmentLimit: v.optional(v.pipe(v.number(), v.gtValue(0))),
  phrases: v.optional(v.array(phrase), []),
  subjects: v.optional(v.array(phrase), []),
  messages: v.pipe(
    v.array(
      v.strictObject({
        id,
        in: v.picklist(mailFolders),
        from: v.union([id, v.strictObject({ name: text, address })]),
        to: v.optional(v.array(id), ['me']),
        cc: v.optional(v.array(id), []),
        date: v.pipe(v.string(), v.isoDateTime()),
        subject: text,
        body: text,
        attachments: v.optional(v.array(attachment), []),
        unread: v.optional(v.boolean(), false),
      }),
    ),
    v.maxLength(60),
  ),
});
export type MailStart = v.InferOutput<typeof mailStart>;
export type Attachment = MailStart['documents'][number];

/** Every `@key` of a start. */
export function mailTexts(start: MailStart): readonly string[] {
  return [
    start.me.name,
    ...start.contacts.map((contact) => contact.name),
    ...start.documents.map((document) => document.name),
    ...[...start.phrases, ...start.subjects].map((phrase) => phrase.text),
    ...start.messages.flatMap((message) => [
      typeof message.from === 'string' ? '' : message.from.name,
      message.subject,
      message.body,
      ...message.attachments.map((attached) => attached.name),
    ]),
  ].filter((reference) => reference.startsWith('@'));
}

/** Faults of sense in a start, in English; empty when there is none. */
export function mailFaults(start: MailStart): readonly string[] {
  const known = ['me', ...start.contacts.map((contact) => contact.id)];
  return [
    ...twice('contact', known),
    ...twice('document or attachment', [
      ...start.documents.map((document) => document.id),
      ...start.messages.flatMap((message) => message.attachments.map((attached) => attached.id)),
    ]),
    ...twice(
      'phrase',
      start.phrases.map((phrase) => phrase.id),
    ),
    ...twice(
      'subject',
      start.subjects.map((subject) => subject.id),
    ),
    ...twice(
      'message',
      start.messages.map((message) => message.id),
    ),
    ...start.messages.flatMap((message) => {
      const people = [
        ...(typeof message.from === 'string' ? [message.from] : []),
        ...message.to,
        ...message.cc,
      ];
      const isOwn = message.from === 'me';
      const belongs = message.in === 'trash' || isOwn === (message.in === 'sent' || message.in === 'drafts');
      return [
        ...people
          .filter((person) => !known.includes(person))
          .map((person) => `message "${message.id}" names "${person}", who is not a contact`),
        ...(belongs ? [] : [`message "${message.id}" cannot be in "${message.in}": look at who sent it`]),
      ];
    }),
  ];
}

function twice(what: string, ids: readonly string[]): string[] {
  return ids
    .filter((id, index) => ids.indexOf(id) < index)
    .map((id) => `the ${what} id "${id}" is given twice`);
}
