import { storeSimulator } from '#lib/challenges/store/challenge.ts';
import { frExercise } from '#lib/i18n/messages/fr-exercise.ts';
import { beginning, button } from '../hand.ts';
import { simulatorPlayer } from './player.ts';

const words = frExercise.store;

export const perform = simulatorPlayer(
  storeSimulator,
  async (page, action, { hand, start, state, plain }) => {
    const dialog = page.getByRole('dialog');
    const places = page.getByRole('navigation', { name: words.places });
    const appOf = (id: string) => {
      const found = start.apps.find((each) => each.id === id);
      if (found === undefined) throw new Error(`there is no app "${id}"`);
      return found;
    };
    switch (action.do) {
      case 'enter':
        return enter(action.screen);
      case 'search': {
        await enter('search');
        const tile = button(page.getByRole('list', { name: words.tiles }), action.text);
        if (await tile.isVisible()) return hand.press(tile);
        await hand.fill(page.getByLabel(words.searchLabel), action.text);
        return hand.press(button(page, words.find));
      }
      case 'back':
        return hand.press(button(page, frExercise.simulators.back));
      case 'open':
        return open(action.app);
      case 'install': {
        await open(action.app);
        const { price } = appOf(action.app);
        await hand.press(button(page, price === 0 ? words.install : /^Acheter/));
        return price === 0 ? undefined : hand.press(button(dialog, words.pay));
      }
      case 'subscribe': {
        await open(action.app);
        const { subscription } = appOf(action.app);
        const trial = subscription?.trial ?? 0;
        await hand.press(button(page, trial > 0 ? words.tryFree(trial) : words.subscribe));
        return hand.press(button(dialog, words.pay));
      }
      case 'uninstall':
      case 'update':
      case 'report':
      case 'refund':
        await open(action.app);
        return hand.press(button(page, words[action.do]));
      case 'cancel':
        await enter('payments');
        return hand.press(button(page, words.cancel(plain(appOf(action.app).name))));
      case 'askFirst':
      case 'autoUpdate':
        await enter('settings');
        return hand.choose(page.getByRole('switch', { name: words[action.do], exact: true }));
      case 'limitAge':
        await enter('settings');
        return hand.choose(page.getByRole('radio', { name: words.limits[action.age] ?? '', exact: true }));
    }

    async function enter(screen: keyof typeof words.screens): Promise<void> {
      if (!(await places.isVisible())) await hand.press(button(page, frExercise.simulators.back));
      const wanted = button(places, words.screens[screen]);
      if ((await wanted.getAttribute('aria-current')) === null) await hand.press(wanted);
    }

    /** Opens an app's page: from what was found, or from the apps that are installed. */
    async function open(id: string): Promise<void> {
      const name = plain(appOf(id).name);
      const title = page.locator('main fieldset h2').first();
      if ((await title.innerText()).trim() === name) return;
      const whole = beginning(`${name} ${plain(appOf(id).publisher)}`).source.slice(1);
      const row = button(page, new RegExp(`^(${words.sponsored})?${whole}`));
      if (!(await row.isVisible())) await enter(state.installed.includes(id) ? 'mine' : 'search');
      await hand.press(row);
    }
  },
);
