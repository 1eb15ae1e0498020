import type { Words } from '../kind.ts';
import type { papers, Part, perSheets, qualities } from './action.ts';
import { formats, type Format, type PrintStart } from './start.ts';

/** What is to be printed, and how. Type aliases, not interfaces: only these are known to be plain JSON. */
export type Setting = {
  readonly printer: string;
  /** As it was typed; empty for all. */
  readonly pages: string;
  readonly copies: number;
  readonly twoSides: boolean;
  readonly colour: boolean;
  readonly landscape: boolean;
  readonly paper: (typeof papers)[number];
  readonly perSheet: (typeof perSheets)[number];
};

export type Job = {
  readonly id: string;
  readonly printer: string;
  readonly state: 'blocked' | 'waiting' | 'done' | 'gone';
};

export type Saved = {
  readonly format: Format;
  readonly name: string;
  readonly receiver: string;
  readonly width: number;
  readonly quality: (typeof qualities)[number];
};

/** The whole of the simulator, as plain data. */
export type PrintState = {
  readonly part: Part;
  readonly setting: Setting;
  readonly jobs: readonly Job[];
  /** What was ordered last, as it was set then; null before. */
  readonly last: Setting | null;
  readonly ordered: number;
  /** Printers that have paper. */
  readonly loaded: readonly string[];
  readonly saving: Saved;
  readonly saved: readonly Saved[];
};

/** The document and the printers as the learner finds them. */
export function beginPrint(start: PrintStart, words: Words): PrintState {
  const [first] = start.printers;
  return {
    part: start.printers.length > 0 ? 'print' : 'save',
    setting: {
      printer: first?.id ?? '',
      pages: '',
      copies: 1,
      twoSides: false,
      colour: first?.colour ?? false,
      landscape: false,
      paper: 'A4',
      perSheet: 1,
    },
    jobs: start.jobs.map(({ id, printer, state }) => ({ id, printer, state })),
    last: null,
    ordered: 0,
    loaded: start.printers.filter(({ paper }) => paper).map(({ id }) => id),
    saving: {
      format: start.formats[0] ?? formats[0],
      name: words(start.document.title),
      receiver: start.receivers[0]?.id ?? '',
      width: start.document.picture?.[0] ?? 0,
      quality: 'high',
    },
    saved: [],
  };
}

/** The jobs of a printer that are not done, in the order of their turn. */
export function queueOf(state: PrintState, printer: string): readonly Job[] {
  return state.jobs.filter(
    (job) => job.printer === printer && (job.state === 'blocked' || job.state === 'waiting'),
  );
}
