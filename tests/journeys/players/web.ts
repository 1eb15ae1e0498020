import type { Page } from '@playwright/test';
import { webSimulator } from '#lib/challenges/web/challenge.ts';
import { labelOf } from '#lib/challenges/web/label.ts';
import { frExercise } from '#lib/i18n/messages/fr-exercise.ts';
import { button } from '../hand.ts';
import { simulatorPlayer } from './player.ts';

const words = frExercise.web;

export const perform = simulatorPlayer(
  webSimulator,
  async (page, action, { hand, start, state, plain, rich }) => {
    const shown = start.pages.find((each) => each.id === state.here.at);
    const labelled = (target: string): string =>
      shown === undefined ? '' : labelOf(rich(shown.body), target);
    switch (action.do) {
      case 'search':
        if (shown !== undefined) await hand.press(button(page, words.home));
        await hand.fill(page.getByLabel(words.search), action.text);
        return hand.press(button(page, words.searchButton));
      case 'visit': {
        const label = labelled(`page:${action.page}`);
        const wanted = start.pages.find((each) => each.id === action.page);
        if (wanted === undefined) throw new Error(`there is no page "${action.page}"`);
        if (label !== '') return hand.press(button(page, label));
        if (state.here.results.includes(wanted.id)) return hand.press(button(page, plain(wanted.title)));
        return goTo(page, wanted.address);
      }
      case 'back':
        return hand.press(button(page, frExercise.simulators.back));
      case 'home':
        return hand.press(button(page, words.home));
      case 'press': {
        const ofBanner = start.banner?.buttons.find((each) => each.id === action.id);
        return hand.press(
          button(page, ofBanner === undefined ? labelled(`do:${action.id}`) : plain(ofBanner.text)),
        );
      }
      case 'info':
        return hand.press(page.getByRole('button', { name: words.info }));
      case 'bookmark':
        return hand.press(button(page, words.addBookmark));
    }

    /** Types an address, as people do who know it. */
    async function goTo(on: Page, address: string): Promise<void> {
      await hand.fill(on.getByLabel(words.address), address);
      await hand.press(button(on, words.go));
    }
  },
);
