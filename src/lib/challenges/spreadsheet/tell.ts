import type { Clause } from '../clauses.ts';
import { simulatorTeller, type SimulatorScene } from '../simulator-teller.ts';
import type { SpreadsheetAction } from './action.ts';
import { spreadsheetSimulator } from './challenge.ts';
import type { SpreadsheetStart } from './start.ts';
import { valuesIn, type SpreadsheetState } from './state.ts';
import { textIn } from './value.ts';

export const teller = simulatorTeller(spreadsheetSimulator, tellSpreadsheet);

/** How an action with the spreadsheet is done on the screen. */
function tellSpreadsheet(
  action: SpreadsheetAction,
  scene: SimulatorScene<SpreadsheetStart, SpreadsheetState>,
): readonly Clause[] {
  const { say, state } = scene;
  const words = scene.words.spreadsheet;
  const cell = (name: string): Clause => say.pressThat(words.how.cell(name));
  const chosen = (name: string): readonly Clause[] => (state.at === name ? [] : [cell(name)]);
  const column = (name: string): string => words.column(name, textIn(valuesIn(state.rows)(`${name}1`)));
  switch (action.do) {
    case 'select':
      return [cell(action.cell)];
    case 'write':
      return [...chosen(action.cell), say.write(action.text), say.press(words.write)];
    case 'fill':
      return [
        ...chosen(action.from),
        say.press(words.tools.fill),
        say.choose(action.to),
        say.press(words.doFill),
      ];
    case 'sort':
      return [
        say.press(words.tools.sort),
        say.choose(column(action.column)),
        ...(action.descending ? [say.choose(words.down)] : []),
        ...(action.whole ? [] : [say.choose(words.columnAlone)]),
        say.press(words.doSort),
      ];
    case 'filter':
      return [
        say.press(words.tools.filter),
        say.choose(column(action.column)),
        ...(action.test === 'is' ? [] : [say.choose(words.tests[action.test])]),
        say.write(action.value),
        say.press(words.doFilter),
      ];
    case 'unfilter':
      return [say.press(words.unfilter)];
    case 'insertRow':
    case 'deleteRow':
      return [
        ...chosen(`A${action.row}`),
        say.press(words.tools.rows),
        say.press(words[action.do](action.row)),
      ];
    case 'removeDoubles':
      return [say.press(words.tools.rows), say.press(words.removeDoubles)];
    case 'format':
      return [
        say.press(words.tools.format),
        say.choose(column(action.column)),
        say.choose(words.formats[action.as]),
        say.press(words.doFormat),
      ];
    case 'chart':
      return [
        say.press(words.tools.chart),
        say.choose(words.charts[action.type]),
        say.choose(column(action.labels), say.inside(words.labels)),
        say.choose(column(action.values), say.inside(words.values)),
        say.press(words.doChart),
      ];
    case 'unchart':
      return [say.press(words.unchart)];
  }
}
