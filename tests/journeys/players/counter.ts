import { counterSimulator } from '#lib/challenges/counter/challenge.ts';
import { fileOf } from '#lib/challenges/counter/change.ts';
import { inHand, own } from '#lib/challenges/counter/state.ts';
import { frExercise } from '#lib/i18n/messages/fr-exercise.ts';
import { beginning, button } from '../hand.ts';
import { simulatorPlayer } from './player.ts';

const words = frExercise.counter;

export const perform = simulatorPlayer(
  counterSimulator,
  async (page, action, { hand, start, state, plain }) => {
    const site = plain(start.sites.find(({ id }) => id === state.site)?.name ?? '');
    switch (action.do) {
      case 'visit': {
        const wanted = start.sites.find(({ id }) => id === action.site);
        const name = beginning(`${plain(wanted?.name ?? '')} ${plain(wanted?.address ?? '')}`);
        return hand.press(button(page, name));
      }
      case 'leave':
      case 'home':
        return hand.press(button(page, frExercise.simulators.back));
      case 'mailbox':
      case 'signIn':
      case 'signOut':
        return hand.press(button(page, words[action.do]));
      case 'approve':
      case 'refuse': {
        const stray = start.requests.find(({ id }) => id === action.request);
        const name =
          action.request === own
            ? words.request(site, start.code)
            : words.request(plain(stray?.service ?? ''), stray?.code ?? '');
        return hand.press(button(page.getByRole('group', { name, exact: true }), words[action.do]));
      }
      case 'open':
        return hand.press(
          button(
            page,
            beginning(plain(start.procedures.find(({ id }) => id === action.procedure)?.title ?? '')),
          ),
        );
      case 'fill': {
        const field = inHand(state, start)?.steps[state.step]?.fields.find(({ id }) => id === action.field);
        if (field === undefined) throw new Error(`there is no field "${action.field}" on this page`);
        const label = field.required ? plain(field.label) : words.optional(plain(field.label));
        const control = page.locator('main').getByLabel(label, { exact: true });
        if (field.type === 'tick') return hand.choose(control);
        // The device's own sheet for days is not a page's: its value is set as the sheet does.
        if (field.type === 'date') return control.fill(action.value);
        if (field.type !== 'choice' && field.type !== 'file') return hand.fill(control, action.value);
        const options =
          field.type === 'file' ? start.papers.map(({ id, name }) => ({ id, text: name })) : field.options;
        return hand.select(control, plain(options.find(({ id }) => id === action.value)?.text ?? ''));
      }
      case 'next':
      case 'previous':
      case 'send':
        return hand.press(button(page, words[action.do]));
      case 'pay':
        return hand.press(button(page, /^Payer/));
      case 'read': {
        const letter =
          start.letters.find(({ id }) => id === action.letter) ??
          start.procedures.find(({ id }) => id === action.letter)?.letter;
        return hand.press(button(page, beginning(plain(letter?.title ?? ''))));
      }
      case 'keep':
        return hand.press(button(page, words.keep(plain(fileOf(start, action.letter) ?? ''))));
    }
  },
);
