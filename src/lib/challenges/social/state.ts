import { normalised } from '#lib/base/normalise.ts';
import type { Words } from '../kind.ts';
import type { SocialPlace } from './action.ts';
import type { Audience, SocialStart, SwitchName } from './start.ts';

/** What is being written; type aliases, not interfaces: only these are known to be plain JSON. */
export type Draft = {
  readonly text: string;
  readonly phrases: readonly string[];
  readonly picture: string;
  readonly tagged: readonly string[];
  readonly location: boolean;
  readonly audience: Audience;
};

export type Published = Draft & { readonly id: string };

/** What became of a post. */
export type Fate = {
  readonly audience: Audience;
  readonly removed: boolean;
  readonly liked: boolean;
  readonly shared: boolean;
  readonly hidden: boolean;
  readonly reported: boolean;
  readonly untagged: boolean;
  readonly comments: readonly string[];
  readonly asked: readonly string[];
};

/** The whole of the simulator, as plain data. */
export type SocialState = {
  readonly place: SocialPlace;
  readonly draft: Draft;
  readonly published: readonly Published[];
  readonly fates: Readonly<Record<string, Fate>>;
  readonly blocked: readonly string[];
  readonly accepted: readonly string[];
  readonly declined: readonly string[];
  readonly switches: Readonly<Record<SwitchName, boolean>>;
  readonly audience: Audience;
  /** Words that the page does not let through. */
  readonly forbidden: readonly string[];
  readonly dropped: readonly string[];
  /** The page's comments by id, in the learner's words. */
  readonly comments: Readonly<Record<string, string>>;
};

/** The network as the learner finds it. */
export function beginSocial(start: SocialStart, words: Words): SocialState {
  const { audience, ...switches } = start.settings;
  return {
    place: start.page === undefined ? 'feed' : 'page',
    draft: blankDraft(audience),
    published: [],
    fates: Object.fromEntries(start.posts.map((post) => [post.id, fateOf(post.audience)])),
    blocked: [],
    accepted: [],
    declined: [],
    switches,
    audience,
    forbidden: (start.page?.words ?? []).map(words),
    dropped: [],
    comments: Object.fromEntries((start.page?.comments ?? []).map(({ id, text }) => [id, words(text)])),
  };
}

/** A post that begins to be written, for those who usually see what one writes. */
export function blankDraft(audience: Audience): Draft {
  return { text: '', phrases: [], picture: '', tagged: [], location: false, audience };
}

/** A post to which nothing has happened. */
export function fateOf(audience: Audience): Fate {
  return {
    audience,
    removed: false,
    liked: false,
    shared: false,
    hidden: false,
    reported: false,
    untagged: false,
    comments: [],
    asked: [],
  };
}

/** Whether the page's words stop a comment. */
export function isStopped(comment: string, forbidden: readonly string[]): boolean {
  const told = ` ${normalised(comment)} `;
  return forbidden.some((word) => normalised(word) !== '' && told.includes(` ${normalised(word)} `));
}

/** What a post of the learner's says: the sentences that were tapped, then what was typed. */
export function publishedText(post: Published, start: SocialStart, words: Words): string {
  const said = post.phrases.map((phrase) => words(start.phrases.find(({ id }) => id === phrase)?.text ?? ''));
  return [...said, post.text].join(' ').trim();
}
