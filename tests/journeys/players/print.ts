import { printSimulator } from '#lib/challenges/print/challenge.ts';
import { partsOf } from '#lib/challenges/print/change.ts';
import { frExercise } from '#lib/i18n/messages/fr-exercise.ts';
import { button } from '../hand.ts';
import { simulatorPlayer } from './player.ts';

const words = frExercise.print;

export const perform = simulatorPlayer(
  printSimulator,
  async (page, action, { hand, start, state, plain }) => {
    const field = (label: string) => page.locator('main').getByLabel(label, { exact: true });
    const printerName = (id: string): string =>
      plain(start.printers.find((each) => each.id === id)?.name ?? id);
    switch (action.do) {
      case 'go':
        return go(action.to);
      case 'printer':
        await go('print');
        return hand.select(field(words.printer), printerName(action.id));
      case 'pages':
        await go('print');
        return hand.fill(field(words.pages), action.text);
      case 'copies': {
        await go('print');
        const more = action.count - state.setting.copies;
        for (let step = 0; step < Math.abs(more); step += 1) {
          await hand.press(button(page, more > 0 ? words.more : words.fewer));
        }
        return;
      }
      case 'twoSides':
      case 'colour':
      case 'landscape':
        await go('print');
        return hand.choose(page.getByRole('switch', { name: words.switches[action.do], exact: true }));
      case 'paper':
        return hand.select(field(words.paper), words.papers[action.size]);
      case 'perSheet':
        return hand.select(field(words.perSheet), String(action.count));
      case 'print':
        await go('print');
        return hand.press(button(page, words.print));
      case 'cancel': {
        await go('queue');
        const job = start.jobs.find(({ id }) => id === action.job);
        const title =
          job === undefined
            ? `${plain(start.document.title)}, ${words.mine}`
            : `${plain(job.title)}, ${plain(job.by)}`;
        return hand.press(button(page, words.cancel(title)));
      }
      case 'load':
        await go('queue');
        return hand.press(button(page, words.load(printerName(action.printer))));
      case 'format':
        await go('save');
        return hand.select(field(words.format), words.formats[action.as]);
      case 'quality':
        return hand.select(field(words.quality), words.qualities[action.level]);
      case 'width':
        return hand.select(field(words.width), words.pixels(action.pixels));
      case 'name':
        await go('save');
        return hand.fill(field(words.name), action.text);
      case 'for': {
        await go('save');
        const name = start.receivers.find(({ id }) => id === action.receiver)?.name ?? '';
        return hand.select(field(words.for), plain(name));
      }
      case 'save':
        return hand.press(button(page, words.save));
    }

    async function go(part: keyof typeof words.parts): Promise<void> {
      if (partsOf(start).length < 2) return;
      const wanted = button(page.getByRole('navigation', { name: words.places }), words.parts[part]);
      if ((await wanted.getAttribute('aria-current')) === null) await hand.press(wanted);
    }
  },
);
