import type { Locator } from '@playwright/test';
import { socialSimulator } from '#lib/challenges/social/challenge.ts';
import { frExercise } from '#lib/i18n/messages/fr-exercise.ts';
import { button, type Hand } from '../hand.ts';
import { simulatorPlayer } from './player.ts';

const words = frExercise.social;

export const perform = simulatorPlayer(
  socialSimulator,
  async (page, action, { hand, start, state, plain }) => {
    const dialog = page.getByRole('dialog');
    const within = (name: string, role: 'checkbox' | 'radio' = 'checkbox'): Locator =>
      page.locator('main').getByRole(role, { name, exact: true }).first();
    const nameOf = (person: string): string =>
      plain(start.people.find(({ id }) => id === person)?.name ?? person);
    const audience = (who: keyof typeof words.audiences): string =>
      who === 'list' ? plain(start.list ?? '') : words.audiences[who];
    const go = (place: keyof typeof words.places): Promise<void> =>
      goTo(hand, page.getByRole('navigation', { name: words.parts }), words.places[place]);
    switch (action.do) {
      case 'go':
        return go(action.to);
      case 'text':
        await go('write');
        return hand.fill(page.locator('main textarea'), action.text);
      case 'phrase':
      case 'unphrase':
        await go('write');
        return hand.choose(within(plain(start.phrases.find(({ id }) => id === action.id)?.text ?? '')));
      case 'picture': {
        await go('write');
        const text = start.pictures.find(({ id }) => id === action.id)?.text;
        const list = page.getByLabel(words.picture, { exact: true });
        return hand.select(list, text === undefined ? words.noPicture : plain(text));
      }
      case 'tag':
      case 'untag':
        await go('write');
        return hand.choose(within(nameOf(action.person)));
      case 'locate':
        await go('write');
        return hand.choose(page.getByRole('switch', { name: words.locate, exact: true }));
      case 'audience':
        await go('write');
        return hand.choose(within(audience(action.who), 'radio'));
      case 'publish':
        await go('write');
        return hand.press(button(page, words.publish));
      case 'limit':
        await options(action.post);
        await hand.press(button(dialog, words.limit));
        await hand.choose(dialog.getByRole('radio', { name: audience(action.who), exact: true }));
        return hand.press(button(dialog, frExercise.simulators.done));
      case 'like':
        await go('feed');
        return hand.press(button(page, `${words.like} ${shortOf(action.post)}`));
      case 'remove':
      case 'share':
      case 'hide':
      case 'report':
      case 'untagMe':
        await options(action.post);
        return hand.press(button(dialog, words[action.do]));
      case 'comment':
      case 'ask':
        await options(action.post);
        await hand.press(button(dialog, words[action.do]));
        return hand.press(
          button(dialog, plain(start.comments.find(({ id }) => id === action.phrase)?.text ?? '')),
        );
      case 'block': {
        const post = start.posts.find(({ by }) => by === action.person);
        await options(post?.id ?? '');
        return hand.press(button(dialog, words.block(nameOf(action.person))));
      }
      case 'accept':
      case 'decline': {
        await go('friends');
        const name = plain(start.requests.find(({ id }) => id === action.request)?.name ?? '');
        return hand.press(button(page.getByRole('group', { name, exact: true }), words[action.do]));
      }
      case 'switch':
        await go('settings');
        return hand.choose(page.getByRole('switch', { name: words.switches[action.setting], exact: true }));
      case 'default':
        await go('settings');
        return hand.choose(within(audience(action.who), 'radio'));
      case 'forbid':
        await hand.fill(page.getByLabel(words.forbidWord, { exact: true }), action.word);
        return hand.press(button(page, words.forbid));
      case 'allow':
        return hand.press(button(page, `${action.word} ${words.allow}`));
      case 'drop':
      case 'keep':
        return hand.press(button(page, `${words[action.do]} ${state.comments[action.comment] ?? ''}`));
    }

    function shortOf(post: string): string {
      const given = start.posts.find(({ id }) => id === post);
      if (given !== undefined) return plain(given.text).slice(0, 40);
      const mine = state.published.find(({ id }) => id === post);
      const said = (mine?.phrases ?? []).map((phrase) =>
        plain(start.phrases.find(({ id }) => id === phrase)?.text ?? ''),
      );
      return [...said, mine?.text ?? ''].join(' ').trim().slice(0, 40);
    }

    async function options(post: string): Promise<void> {
      await go('feed');
      await hand.press(button(page, `${words.options} ${shortOf(post)}`));
    }
  },
);

async function goTo(hand: Hand, places: Locator, name: string): Promise<void> {
  const wanted = button(places, name);
  if ((await wanted.getAttribute('aria-current')) === null) await hand.press(wanted);
}
