import type { Clause } from '../clauses.ts';
import { simulatorTeller, type SimulatorScene } from '../simulator-teller.ts';
import type { Part, PrintAction } from './action.ts';
import { printSimulator } from './challenge.ts';
import { jobTitle } from './job-title.ts';
import type { PrintStart } from './start.ts';
import type { PrintState } from './state.ts';

export const teller = simulatorTeller(printSimulator, tellPrint);

/** How an action to print or to save is done on the screen. */
function tellPrint(action: PrintAction, scene: SimulatorScene<PrintStart, PrintState>): readonly Clause[] {
  const { say, start, state, plain } = scene;
  const words = scene.words.print;
  const printerName = (wanted: string): string =>
    plain(start.printers.find(({ id }) => id === wanted)?.name ?? '');
  /** The way to a part; nothing when it is shown. */
  const into = (part: Part): readonly Clause[] => (state.part === part ? [] : [say.press(words.parts[part])]);
  switch (action.do) {
    case 'go':
      return [say.press(words.parts[action.to])];
    case 'printer':
      return [...into('print'), say.choose(printerName(action.id), say.inside(words.printer))];
    case 'pages':
      return [...into('print'), say.write(action.text, say.inside(words.pages))];
    case 'copies': {
      const more = action.count - state.setting.copies;
      return [
        ...into('print'),
        say.pressTimes(Math.abs(more), more > 0 ? '+' : '−', say.beside(words.copies)),
      ];
    }
    case 'twoSides':
    case 'colour':
    case 'landscape':
      return [...into('print'), say.turn(words.switches[action.do], action.on ? words.yes : words.no)];
    case 'paper':
      return [...into('print'), say.choose(words.papers[action.size], say.inside(words.paper))];
    case 'perSheet':
      return [...into('print'), say.choose(String(action.count), say.inside(words.perSheet))];
    case 'print':
      return [...into('print'), say.press(words.print)];
    case 'cancel':
      return [...into('queue'), say.press(words.cancel(jobTitle(action.job, start, plain, words)))];
    case 'load':
      return [...into('queue'), say.press(words.load(printerName(action.printer)))];
    case 'format':
      return [...into('save'), say.choose(words.formats[action.as], say.inside(words.format))];
    case 'quality':
      return [...into('save'), say.choose(words.qualities[action.level], say.inside(words.quality))];
    case 'width':
      return [...into('save'), say.choose(words.pixels(action.pixels), say.inside(words.width))];
    case 'name':
      return [...into('save'), say.write(action.text, say.inside(words.name))];
    case 'for': {
      const receiver = start.receivers.find(({ id }) => id === action.receiver);
      return [...into('save'), say.choose(plain(receiver?.name ?? ''), say.inside(words.for))];
    }
    case 'save':
      return [...into('save'), say.press(words.save)];
  }
}
