import * as v from 'valibot';

const text = v.pipe(v.string(), v.minLength(1));
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/i, 'an id is made of letters, digits and hyphens'),
);

export const audiences = ['public', 'friends', 'list', 'me'] as const;
export type Audience = (typeof audiences)[number];

/** The switches of a profile, on or off. */
export const switchNames = [
  'findByPhone',
  'searchEngines',
  'tagReview',
  'showLocation',
  'showFriends',
] as const;
export type SwitchName = (typeof switchNames)[number];

const post = v.strictObject({
  id,
  by: id,
  text,
  picture: v.optional(text),
  audience: v.optional(v.picklist(audiences), 'friends'),
  sponsored: v.optional(v.boolean(), false),
  /** Another post that it shares. */
  shares: v.optional(id),
  tagged: v.optional(v.array(id), []),
  location: v.optional(v.boolean(), false),
});

/** What an author writes under `start` for the social network. */
export const socialStart = v.strictObject({
  people: v.pipe(
    v.array(v.strictObject({ id, name: text, friend: v.optional(v.boolean(), true) })),
    v.minLength(1),
    v.maxLength(12),
  ),
  /** `me` writes as the learner. The newest comes first. */
  posts: v.optional(v.pipe(v.array(post), v.maxLength(15)), []),
  /** The name of the learner's own list of friends. */
  list: v.optional(text),
  settings: v.optional(
    v.strictObject({
      findByPhone: v.optional(v.boolean(), true),
      searchEngines: v.optional(v.boolean(), true),
      tagReview: v.optional(v.boolean(), false),
      showLocation: v.optional(v.boolean(), true),
      showFriends: v.optional(v.boolean(), true),
      audience: v.optional(v.picklist(audiences), 'public'),
    }),
    {},
  ),
  /** Who asks to be a friend, and what is known of them. */
  requests: v.optional(v.array(v.strictObject({ id, name: text, about: text })), []),
  /** Sentences to tap in a post, and in a comment or message. */
  phrases: v.optional(v.array(v.strictObject({ id, text })), []),
  comments: v.optional(v.array(v.strictObject({ id, text })), []),
  pictures: v.optional(v.array(v.strictObject({ id, text, location: v.optional(v.boolean(), false) })), []),
  /** The page of an association: comments that came, kept by rules tried on them. */
  page: v.optional(
    v.strictObject({
      name: text,
      words: v.optional(v.array(text), []),
      comments: v.pipe(v.array(v.strictObject({ id, text })), v.minLength(1), v.maxLength(15)),
    }),
  ),
});
export type SocialStart = v.InferOutput<typeof socialStart>;

/** Every `@key` of a start. */
export function socialTexts(start: SocialStart): readonly string[] {
  return [
    ...start.people.map(({ name }) => name),
    ...start.posts.flatMap((each) => [each.text, each.picture ?? '']),
    start.list ?? '',
    ...start.requests.flatMap(({ name, about }) => [name, about]),
    ...[...start.phrases, ...start.comments, ...start.pictures].map((each) => each.text),
    ...(start.page === undefined
      ? []
      : [start.page.name, ...start.page.words, ...start.page.comments.map((comment) => comment.text)]),
  ].filter((each) => each.startsWith('@'));
}

/** Faults of sense in a start, in English; empty when there is none. */
export function socialFaults(start: SocialStart): readonly string[] {
  const people = start.people.map((person) => person.id);
  const posts = start.posts.map((each) => each.id);
  const ids = [
    ...people,
    ...posts,
    ...start.requests.map((request) => request.id),
    ...(start.page?.comments ?? []).map((comment) => comment.id),
  ];
  const tiles = [start.phrases, start.comments, start.pictures].map((list) => list.map((each) => each.id));
  return [
    ...[ids, ...tiles].flatMap((list) =>
      list
        .filter((each, index) => list.indexOf(each) !== index)
        .map((each) => `the id "${each}" is given twice`),
    ),
    ...ids.filter((each) => reserved.includes(each)).map((each) => `nothing may be named "${each}"`),
    ...start.posts
      .filter(({ by }) => by !== 'me' && !people.includes(by))
      .map((each) => `"${each.id}" is by "${each.by}", who is no person`),
    ...start.posts
      .filter(({ shares }) => shares !== undefined && !posts.includes(shares))
      .map((each) => `"${each.id}" shares "${each.shares}", which is no post`),
    ...start.posts
      .flatMap((each) => each.tagged.map((person) => ({ post: each.id, person })))
      .filter(({ person }) => person !== 'me' && !people.includes(person))
      .map((each) => `"${each.post}" tags "${each.person}", who is no person`),
    ...(start.list === undefined &&
    [start.settings.audience, ...start.posts.map(({ audience }) => audience)].includes('list')
      ? ['there is an audience "list" and no list']
      : []),
  ];
}

const reserved = ['me', 'new', 'settings', 'page', 'answer', 'blocked', 'friends', 'asked'];
