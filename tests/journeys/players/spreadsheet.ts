import { placeOf } from '#lib/challenges/spreadsheet/address.ts';
import { spreadsheetSimulator } from '#lib/challenges/spreadsheet/challenge.ts';
import { valuesIn } from '#lib/challenges/spreadsheet/state.ts';
import { textIn } from '#lib/challenges/spreadsheet/value.ts';
import { frExercise } from '#lib/i18n/messages/fr-exercise.ts';
import { beginning, button, finger } from '../hand.ts';
import { simulatorPlayer } from './player.ts';

const words = frExercise.spreadsheet;

export const perform = simulatorPlayer(spreadsheetSimulator, async (page, action, { hand, state }) => {
  const dialog = page.getByRole('dialog');
  const open = (tool: keyof typeof words.tools): Promise<void> => hand.press(button(page, words.tools[tool]));
  const column = (label: string, name: string): Promise<void> =>
    hand.select(
      dialog.getByLabel(label, { exact: true }),
      words.column(name, textIn(valuesIn(state.rows)(`${name}1`))),
    );
  const choose = (name: string): Promise<void> =>
    hand.choose(dialog.getByRole('radio', { name, exact: true }));
  switch (action.do) {
    case 'select':
      return select(action.cell);
    case 'write':
      await select(action.cell);
      await hand.fill(page.getByLabel(words.contentOf(action.cell), { exact: true }), action.text);
      return hand.press(button(page, words.write));
    case 'fill':
      await select(action.from);
      await open('fill');
      await hand.select(dialog.getByLabel(words.fillTo(action.from), { exact: true }), action.to);
      return hand.press(button(dialog, words.doFill));
    case 'sort':
      await open('sort');
      await column(words.byColumn, action.column);
      if (action.descending) await choose(words.down);
      if (!action.whole) await choose(words.columnAlone);
      return hand.press(button(dialog, words.doSort));
    case 'filter':
      await open('filter');
      await column(words.inColumn, action.column);
      await hand.select(dialog.getByLabel(words.keep, { exact: true }), words.tests[action.test]);
      await hand.fill(dialog.getByLabel(words.value, { exact: true }), action.value);
      return hand.press(button(dialog, words.doFilter));
    case 'unfilter':
      return hand.press(button(page, words.unfilter));
    case 'insertRow':
    case 'deleteRow':
      await select(`A${action.row}`);
      await open('rows');
      return hand.press(button(dialog, words[action.do](action.row)));
    case 'removeDoubles':
      await open('rows');
      return hand.press(button(dialog, words.removeDoubles));
    case 'format':
      await open('format');
      await column(words.inColumn, action.column);
      await hand.select(dialog.getByLabel(words.showAs, { exact: true }), words.formats[action.as]);
      return hand.press(button(dialog, words.doFormat));
    case 'chart':
      await open('chart');
      await choose(words.charts[action.type]);
      await column(words.labels, action.labels);
      await column(words.values, action.values);
      return hand.press(button(dialog, words.doChart));
    case 'unchart':
      return hand.press(button(page, words.unchart));
  }

  /** A finger taps a cell; the keyboard writes its name, which is a shorter way than the arrows. */
  async function select(cell: string): Promise<void> {
    if (placeOf(cell) === undefined) throw new Error(`there is no cell "${cell}"`);
    const name = page.getByLabel(words.goTo, { exact: true });
    if ((await name.inputValue()) === cell) return;
    const shown = page
      .locator('main table')
      .getByRole('button', { name: beginning(cell) })
      .first();
    if (hand === finger && (await shown.isVisible())) return hand.press(shown);
    await hand.fill(name, cell);
    await page.keyboard.press('Enter');
  }
});
