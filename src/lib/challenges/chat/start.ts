import * as v from 'valibot';

const text = v.pipe(v.string(), v.minLength(1));
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/i, 'an id is made of letters, digits and hyphens'),
);

/** A page that a message leads to: what is read there before it is passed on. */
const link = v.strictObject({ title: text, site: text, body: text });

/** What an author writes under `start` for the chat. */
export const chatStart = v.strictObject({
  /** Those who are not known are strangers: their number is shown instead of a picture. */
  people: v.pipe(
    v.array(v.strictObject({ id, name: text, known: v.optional(v.boolean(), true) })),
    v.minLength(1),
    v.maxLength(12),
  ),
  threads: v.optional(
    v.array(
      v.strictObject({
        id,
        /** The name of a group; a conversation with one person has theirs. */
        name: v.optional(text),
        with: v.pipe(v.array(id), v.minLength(1)),
        messages: v.optional(
          v.array(
            v.strictObject({
              id,
              from: id,
              text: v.optional(text),
              link: v.optional(link),
              file: v.optional(text),
            }),
          ),
          [],
        ),
      }),
    ),
    [],
  ),
  /** Sentences to tap instead of typing. */
  phrases: v.optional(v.array(v.strictObject({ id, text })), []),
  /** What can be sent from the device. */
  files: v.optional(v.array(v.strictObject({ id, name: text })), []),
  /** Answers: each comes once, when its event has happened. */
  script: v.optional(
    v.array(
      v.strictObject({
        id,
        after: text,
        thread: id,
        from: id,
        text: v.optional(text),
        link: v.optional(link),
      }),
    ),
    [],
  ),
  call: v.optional(
    v.strictObject({
      title: text,
      with: v.pipe(v.array(id), v.minLength(1)),
      /** What can be shared; what is private would embarrass when the whole screen is. */
      windows: v.optional(
        v.array(v.strictObject({ id, title: text, private: v.optional(v.boolean(), false) })),
        [],
      ),
      /** What is heard, as subtitles: the first at once, others when their event has happened. */
      heard: v.pipe(v.array(v.strictObject({ id, after: v.optional(text), from: id, text })), v.minLength(1)),
    }),
  ),
});
export type ChatStart = v.InferOutput<typeof chatStart>;
export type Thread = ChatStart['threads'][number];
export type Link = v.InferOutput<typeof link>;

/** Every `@key` of a start. */
export function chatTexts(start: ChatStart): readonly string[] {
  const links = [...start.threads.flatMap((thread) => thread.messages), ...start.script].flatMap(
    ({ link: each }) => (each === undefined ? [] : [each.title, each.site, each.body]),
  );
  return [
    ...start.people.map(({ name }) => name),
    ...start.threads.flatMap(({ name = '', messages }) => [
      name,
      ...messages.flatMap((message) => [message.text ?? '', message.file ?? '']),
    ]),
    ...start.phrases.map((phrase) => phrase.text),
    ...start.files.map(({ name }) => name),
    ...start.script.map((answer) => answer.text ?? ''),
    ...links,
    start.call?.title ?? '',
    ...(start.call?.windows ?? []).map(({ title }) => title),
    ...(start.call?.heard ?? []).map((heard) => heard.text),
  ].filter((each) => each.startsWith('@'));
}

/** Faults of sense in a start, in English; empty when there is none. */
export function chatFaults(start: ChatStart): readonly string[] {
  const people = start.people.map((person) => person.id);
  const threads = start.threads.map((thread) => thread.id);
  const messages = [...start.threads.flatMap((thread) => thread.messages), ...start.script];
  const ids = [...people, ...threads, ...messages.map((message) => message.id)];
  const named = [
    ...start.threads.flatMap((thread) => thread.with),
    ...messages.map(({ from }) => from),
    ...(start.call?.with ?? []),
    ...(start.call?.heard ?? []).map(({ from }) => from),
  ].filter((person) => person !== 'me');
  return [
    ...twice(ids),
    ...twice(start.phrases.map((phrase) => phrase.id)),
    ...twice(start.files.map((file) => file.id)),
    ...twice((start.call?.windows ?? []).map((each) => each.id)),
    ...ids.filter((each) => reserved.includes(each)).map((each) => `nothing may be named "${each}"`),
    ...[...new Set(named)]
      .filter((person) => !people.includes(person))
      .map((person) => `"${person}" is no person`),
    ...start.script
      .filter(({ thread }) => !threads.includes(thread))
      .map((answer) => `the answer "${answer.id}" goes to "${answer.thread}", which is no conversation`),
    ...start.threads
      .filter((thread) => thread.with.length > 1 && thread.name === undefined)
      .map((thread) => `the group "${thread.id}" has no name`),
    ...messages
      .filter((message) => message.text === undefined && message.link === undefined && !('file' in message))
      .map((message) => `the message "${message.id}" says nothing`),
    ...(start.call?.heard[0]?.after !== undefined
      ? ['the first thing heard in a call is heard at once']
      : []),
    ...(start.threads.length === 0 && start.call === undefined
      ? ['there is neither a conversation nor a call']
      : []),
  ];
}

const reserved = ['me', 'sent', 'call', 'blocked', 'reported', 'replied', 'answer', 'screen'];

function twice(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((each, index) => ids.indexOf(each) !== index))].map(
    (each) => `the id "${each}" is given twice`,
  );
}
