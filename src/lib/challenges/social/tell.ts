import type { Clause } from '../clauses.ts';
import { simulatorTeller, type SimulatorScene } from '../simulator-teller.ts';
import type { SocialAction, SocialPlace } from './action.ts';
import { socialSimulator } from './challenge.ts';
import type { Audience, SocialStart } from './start.ts';
import { publishedText, type SocialState } from './state.ts';

type SocialScene = SimulatorScene<SocialStart, SocialState>;
type OnPost = Extract<SocialAction, { readonly post: string }>;
type OnProfile = Extract<
  SocialAction,
  { readonly do: 'accept' | 'decline' | 'switch' | 'default' | 'forbid' | 'allow' | 'drop' | 'keep' }
>;

export const teller = simulatorTeller(socialSimulator, tellSocial);

/** How an action on the network is done on the screen. */
function tellSocial(action: SocialAction, scene: SocialScene): readonly Clause[] {
  const { say, start, plain } = scene;
  const words = scene.words.social;
  const nameOf = (person: string): string => plain(start.people.find(({ id }) => id === person)?.name ?? '');
  const textIn = (tiles: SocialStart['phrases'], wanted: string): string =>
    plain(tiles.find(({ id }) => id === wanted)?.text ?? '');
  const writing = into('write', scene);
  switch (action.do) {
    case 'go':
      return into(action.to, scene);
    case 'text':
      return [
        ...writing,
        say.write(action.text, say.inside(start.phrases.length > 0 ? words.writeToo : words.text)),
      ];
    case 'phrase':
      return [...writing, say.tick(textIn(start.phrases, action.id))];
    case 'unphrase':
      return [...writing, say.untick(textIn(start.phrases, action.id))];
    case 'picture': {
      const text = textIn(start.pictures, action.id);
      return [...writing, say.choose(text || words.noPicture, say.inside(words.picture))];
    }
    case 'tag':
      return [...writing, say.tick(nameOf(action.person))];
    case 'untag':
      return [...writing, say.untick(nameOf(action.person))];
    case 'locate':
      return [...writing, say.turn(words.locate, action.on ? words.on : words.off)];
    case 'audience':
      return [...writing, say.choose(audience(action.who, scene), say.under(words.whoSees))];
    case 'publish':
      return [...writing, say.press(words.publish)];
    case 'block': {
      const post = start.posts.find(({ by }) => by === action.person);
      return [...options(post?.id ?? '', scene), say.press(words.block(nameOf(action.person)))];
    }
    case 'limit':
    case 'remove':
    case 'like':
    case 'share':
    case 'hide':
    case 'report':
    case 'untagMe':
    case 'comment':
    case 'ask':
      return tellPost(action, scene);
    case 'accept':
    case 'decline':
    case 'switch':
    case 'default':
    case 'forbid':
    case 'allow':
    case 'drop':
    case 'keep':
      return tellProfile(action, scene);
  }
}

function tellPost(action: OnPost, scene: SocialScene): readonly Clause[] {
  const { say, start, plain } = scene;
  const { done } = scene.words.simulators;
  const words = scene.words.social;
  switch (action.do) {
    case 'limit':
      return [
        ...options(action.post, scene),
        say.press(words.limit),
        say.choose(audience(action.who, scene)),
        say.press(done),
      ];
    case 'like':
      return [...into('feed', scene), say.press(words.like, say.under(shortOf(action.post, scene)))];
    case 'remove':
    case 'share':
    case 'hide':
    case 'report':
    case 'untagMe':
      return [...options(action.post, scene), say.press(words[action.do])];
    case 'comment':
    case 'ask': {
      const phrase = start.comments.find(({ id }) => id === action.phrase)?.text ?? '';
      return [...options(action.post, scene), say.press(words[action.do]), say.press(plain(phrase))];
    }
  }
}

function tellProfile(action: OnProfile, scene: SocialScene): readonly Clause[] {
  const { say, start, state, plain } = scene;
  const words = scene.words.social;
  switch (action.do) {
    case 'accept':
    case 'decline': {
      const name = plain(start.requests.find(({ id }) => id === action.request)?.name ?? '');
      return [...into('friends', scene), say.press(words[action.do], say.under(words.wants(name)))];
    }
    case 'switch':
      return [
        ...into('settings', scene),
        say.turn(words.switches[action.setting], action.on ? words.on : words.off),
      ];
    case 'default':
      return [...into('settings', scene), say.choose(audience(action.who, scene), say.under(words.usually))];
    case 'forbid':
      return [
        ...into('page', scene),
        say.write(action.word, say.inside(words.forbidWord)),
        say.press(words.forbid),
      ];
    case 'allow':
      return [...into('page', scene), say.pressCross(action.word)];
    case 'drop':
    case 'keep': {
      const comment = state.comments[action.comment] ?? '';
      return [...into('page', scene), say.press(words[action.do], say.under(comment))];
    }
  }
}

/** The way to a part of the network; nothing when it is shown. */
function into(place: SocialPlace, { say, state, words }: SocialScene): readonly Clause[] {
  return state.place === place ? [] : [say.press(words.social.places[place])];
}

/** Opens the options of a post. */
function options(post: string, scene: SocialScene): readonly Clause[] {
  const { say, words } = scene;
  return [...into('feed', scene), say.press(words.social.options, say.under(shortOf(post, scene)))];
}

function shortOf(post: string, { start, state, plain }: SocialScene): string {
  const given = start.posts.find(({ id }) => id === post);
  if (given !== undefined) return plain(given.text);
  const mine = state.published.find(({ id }) => id === post);
  return mine === undefined ? '' : publishedText(mine, start, plain);
}

function audience(who: Audience, { start, plain, words }: SocialScene): string {
  return who === 'list' ? plain(start.list ?? '') : words.social.audiences[who];
}
