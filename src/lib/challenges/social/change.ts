import { normalised } from '#lib/base/normalise.ts';
import type { SocialAction } from './action.ts';
import type { SocialStart } from './start.ts';
import { blankDraft, fateOf, type Draft, type Fate, type SocialState } from './state.ts';

type Done<Name> = Extract<SocialAction, { do: Name }>;

/** The network after an action; one that is impossible leaves it as it is. */
export function changeSocial(state: SocialState, action: SocialAction, start: SocialStart): SocialState {
  switch (action.do) {
    case 'go':
      return state.place === action.to || (action.to === 'page' && start.page === undefined)
        ? state
        : { ...state, place: action.to };
    case 'publish':
      return published(state);
    case 'block': {
      const isKnown = start.people.some(({ id }) => id === action.person);
      return !isKnown || state.blocked.includes(action.person)
        ? state
        : { ...state, blocked: [...state.blocked, action.person] };
    }
    case 'accept':
    case 'decline':
      return decided(state, action, start);
    case 'switch':
      return state.switches[action.setting] === action.on
        ? state
        : { ...state, switches: { ...state.switches, [action.setting]: action.on } };
    case 'default':
      return state.audience === action.who || !mayBe(action.who, start)
        ? state
        : { ...state, audience: action.who, draft: { ...state.draft, audience: action.who } };
    case 'forbid':
    case 'allow':
    case 'drop':
    case 'keep':
      return withPage(state, action, start);
    case 'limit':
    case 'remove':
    case 'like':
    case 'share':
    case 'hide':
    case 'report':
    case 'untagMe':
    case 'comment':
    case 'ask':
      return withPost(state, action, start);
    default:
      return withDraft(state, action, start);
  }
}

function mayBe(audience: string, start: SocialStart): boolean {
  return audience !== 'list' || start.list !== undefined;
}

function withDraft(
  state: SocialState,
  action: Done<'text' | 'phrase' | 'unphrase' | 'picture' | 'tag' | 'untag' | 'locate' | 'audience'>,
  start: SocialStart,
): SocialState {
  const draft = written(state.draft, action, start);
  return JSON.stringify(draft) === JSON.stringify(state.draft) ? state : { ...state, draft };
}

function written(
  draft: Draft,
  action: Done<'text' | 'phrase' | 'unphrase' | 'picture' | 'tag' | 'untag' | 'locate' | 'audience'>,
  start: SocialStart,
): Draft {
  switch (action.do) {
    case 'text':
      return { ...draft, text: action.text };
    case 'phrase':
      return start.phrases.some(({ id }) => id === action.id)
        ? { ...draft, phrases: including(draft.phrases, action.id) }
        : draft;
    case 'unphrase':
      return { ...draft, phrases: without(draft.phrases, action.id) };
    case 'picture':
      return action.id === '' || start.pictures.some(({ id }) => id === action.id)
        ? { ...draft, picture: action.id }
        : draft;
    case 'tag':
      return start.people.some(({ id }) => id === action.person)
        ? { ...draft, tagged: including(draft.tagged, action.person) }
        : draft;
    case 'untag':
      return { ...draft, tagged: without(draft.tagged, action.person) };
    case 'locate':
      return { ...draft, location: action.on };
    case 'audience':
      return mayBe(action.who, start) ? { ...draft, audience: action.who } : draft;
  }
}

/** What says nothing and shows nothing is not published. */
function published(state: SocialState): SocialState {
  const { draft } = state;
  if (draft.text.trim() === '' && draft.phrases.length === 0 && draft.picture === '') return state;
  const id = `new-${state.published.length + 1}`;
  return {
    ...state,
    place: 'feed',
    draft: blankDraft(state.audience),
    published: [...state.published, { ...draft, text: draft.text.trim(), id }],
    fates: { ...state.fates, [id]: fateOf(draft.audience) },
  };
}

function withPost(
  state: SocialState,
  action: Done<'limit' | 'remove' | 'like' | 'share' | 'hide' | 'report' | 'untagMe' | 'comment' | 'ask'>,
  start: SocialStart,
): SocialState {
  const fate = Object.hasOwn(state.fates, action.post) ? state.fates[action.post] : undefined;
  if (fate === undefined || fate.removed) return state;
  const given = start.posts.find(({ id }) => id === action.post);
  const isMine = given === undefined || given.by === 'me';
  const set = (changes: Partial<Fate>): SocialState => {
    const next = { ...fate, ...changes };
    return JSON.stringify(next) === JSON.stringify(fate)
      ? state
      : { ...state, fates: { ...state.fates, [action.post]: next } };
  };
  switch (action.do) {
    case 'limit':
      return isMine && mayBe(action.who, start) ? set({ audience: action.who }) : state;
    case 'remove':
      return isMine ? set({ removed: true }) : state;
    case 'like':
      return set({ liked: !fate.liked });
    case 'share':
      return isMine ? state : set({ shared: true });
    case 'hide':
    case 'report':
      return isMine ? state : set(action.do === 'hide' ? { hidden: true } : { reported: true });
    case 'untagMe':
      return given?.tagged.includes('me') ? set({ untagged: true }) : state;
    case 'comment':
    case 'ask': {
      if (!start.comments.some(({ id }) => id === action.phrase)) return state;
      // One writes to somebody else in private; in public, under any post.
      if (action.do === 'ask') return isMine ? state : set({ asked: including(fate.asked, action.phrase) });
      return set({ comments: including(fate.comments, action.phrase) });
    }
  }
}

function decided(state: SocialState, action: Done<'accept' | 'decline'>, start: SocialStart): SocialState {
  const { request } = action;
  const isOpen = ![...state.accepted, ...state.declined].includes(request);
  if (!isOpen || !start.requests.some(({ id }) => id === request)) return state;
  return action.do === 'accept'
    ? { ...state, accepted: [...state.accepted, request] }
    : { ...state, declined: [...state.declined, request] };
}

function withPage(
  state: SocialState,
  action: Done<'forbid' | 'allow' | 'drop' | 'keep'>,
  start: SocialStart,
): SocialState {
  if (start.page === undefined) return state;
  if ('word' in action && action.do === 'forbid') {
    const word = action.word.trim();
    const isNew =
      normalised(word) !== '' && !state.forbidden.some((each) => normalised(each) === normalised(word));
    return isNew && state.forbidden.length < 20 ? { ...state, forbidden: [...state.forbidden, word] } : state;
  }
  if ('word' in action) {
    const left = state.forbidden.filter((each) => normalised(each) !== normalised(action.word));
    return left.length === state.forbidden.length ? state : { ...state, forbidden: left };
  }
  const isKnown = start.page.comments.some(({ id }) => id === action.comment);
  if (!isKnown || state.dropped.includes(action.comment) === (action.do === 'drop')) return state;
  const others = without(state.dropped, action.comment);
  return { ...state, dropped: action.do === 'drop' ? [...others, action.comment] : others };
}

function including(list: readonly string[], member: string): readonly string[] {
  return list.includes(member) ? list : [...list, member];
}

function without(list: readonly string[], member: string): readonly string[] {
  return list.includes(member) ? list.filter((each) => each !== member) : list;
}
