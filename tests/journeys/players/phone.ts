import { expect } from '@playwright/test';
import { phoneSimulator } from '#lib/challenges/phone/challenge.ts';
import { screenSettings } from '#lib/challenges/phone/finding.ts';
import { controlOf, type SettingName } from '#lib/challenges/phone/settings.ts';
import { screenNames } from '#lib/challenges/phone/state.ts';
import { valueWords } from '#lib/challenges/phone/wording.ts';
import { frExercise } from '#lib/i18n/messages/fr-exercise.ts';
import { beginning, button, same } from '../hand.ts';
import { simulatorPlayer } from './player.ts';

const words = frExercise.phone;

export const perform = simulatorPlayer(
  phoneSimulator,
  async (page, action, { hand, start, state, plain }) => {
    const nameOf = (app: string): string => plain(start.apps.find((each) => each.id === app)?.name ?? app);
    switch (action.do) {
      case 'enter':
        return goTo(action.screen);
      case 'back':
        return hand.press(button(page, frExercise.simulators.back));
      case 'set':
        return set(action.setting, action.value);
      case 'join': {
        const network = plain(start.networks.find((each) => each.id === action.network)?.name ?? '');
        await goTo('network');
        await hand.press(button(page, words.joinNamed(network)));
        if (action.password === undefined) return;
        await hand.fill(page.getByLabel(words.password(network)), action.password);
        return hand.press(button(page, words.join));
      }
      case 'allow':
      case 'deny':
        await goTo(`app:${action.app}`);
        return hand.choose(page.getByRole('switch', { name: words.permissions[action.permission] }));
      case 'uninstall':
      case 'stop':
      case 'clear':
        await goTo(`app:${action.app}`);
        return hand.press(button(page, words[action.do]));
      case 'updateApp':
        await goTo(`app:${action.app}`);
        return hand.press(button(page, words.update));
      case 'updateSystem':
        await goTo('system');
        return hand.press(button(page, words.updateSystem));
      case 'restart':
        await goTo('system');
        return hand.press(button(page, words.restartPhone));
      case 'let':
      case 'unlet': {
        await goTo('sound');
        const name = plain(start.contacts.find((each) => each.id === action.contact)?.name ?? '');
        return hand.choose(page.getByRole('switch', { name }));
      }
      case 'search':
        await goHome();
        await hand.fill(page.getByLabel(words.search), action.text);
        return hand.press(button(page, words.searchButton));
    }

    async function goHome(): Promise<void> {
      const back = button(page, frExercise.simulators.back);
      while ((await back.getAttribute('aria-disabled')) === 'false') await hand.press(back);
    }

    /** Goes to a screen, from the list of all of them; an app's stands among the apps. */
    async function goTo(screen: string): Promise<void> {
      const named = screenNames.find((name) => name === screen);
      const title = named === undefined ? nameOf(screen.slice('app:'.length)) : words.screens[named];
      const heading = page.locator('.content h2').first();
      if (same(await heading.innerText(), title)) return;
      await goHome();
      if (named === undefined) await hand.press(button(page, beginning(words.screens.apps)));
      await hand.press(button(page, beginning(title)));
      await expect(heading).toHaveText(title);
    }

    async function set(setting: SettingName, value: boolean | number | string): Promise<void> {
      const screen = screenNames.find((name) => screenSettings[name].includes(setting)) ?? 'network';
      await goTo(screen);
      const label = words.settings[setting];
      const control = controlOf(setting);
      if (setting === 'wifiNetwork') {
        const network = plain(
          start.networks.find((each) => each.id === state.settings.wifiNetwork)?.name ?? '',
        );
        await hand.press(button(page, words.leaveNamed(network)));
      } else if (control.type === 'switch') {
        await hand.choose(page.getByRole('switch', { name: label, exact: true }));
      } else if (control.type === 'stepper') {
        const steps = (Number(value) - Number(state.settings[setting])) / control.step;
        const name = `${steps > 0 ? words.more : words.less} ${label}`;
        for (let step = 0; step < Math.abs(steps); step += 1) await hand.press(button(page, name));
      } else if (control.type === 'choice') {
        const group = page.getByRole('group', { name: label });
        await hand.choose(group.getByRole('radio', { name: valueWords(setting, value, words), exact: true }));
      } else await hand.select(page.getByLabel(label, { exact: true }), String(value));
    }
  },
);
