import type { PrintAction } from './action.ts';
import { refusalOf } from './refusal.ts';
import type { PrintStart } from './start.ts';
import { queueOf, type Job, type PrintState, type Saved, type Setting } from './state.ts';

/** What stands on the screen after an action; one that is impossible, or changes nothing, leaves it as it is. */
export function changePrint(state: PrintState, action: PrintAction, start: PrintStart): PrintState {
  if (refusalOf(state, action, start) !== undefined) return state;
  switch (action.do) {
    case 'go':
      return state.part === action.to || !partsOf(start).includes(action.to)
        ? state
        : { ...state, part: action.to };
    case 'printer':
      return chosen(state, action.id, start);
    case 'pages':
      return set(state, { pages: action.text });
    case 'copies':
      return set(state, { copies: action.count });
    case 'twoSides':
    case 'colour':
    case 'landscape':
      return set(state, { [action.do]: action.on });
    case 'paper':
      return set(state, { paper: action.size });
    case 'perSheet':
      return set(state, { perSheet: action.count });
    case 'print':
      return printed(state, start);
    case 'cancel': {
      const isOpen = state.jobs.some(
        ({ id, state: now }) => id === action.job && now !== 'done' && now !== 'gone',
      );
      return isOpen ? advanced(withJob(state, action.job, 'gone')) : state;
    }
    case 'load': {
      const isThere = start.printers.some(({ id }) => id === action.printer);
      return !isThere || state.loaded.includes(action.printer)
        ? state
        : advanced({ ...state, loaded: [...state.loaded, action.printer] });
    }
    case 'format':
      return start.formats.includes(action.as) ? setSaving(state, { format: action.as }) : state;
    case 'quality':
      return start.document.picture === undefined ? state : setSaving(state, { quality: action.level });
    case 'width':
      return start.document.picture === undefined ? state : setSaving(state, { width: action.pixels });
    case 'name':
      return setSaving(state, { name: action.text });
    case 'for':
      return start.receivers.some(({ id }) => id === action.receiver)
        ? setSaving(state, { receiver: action.receiver })
        : state;
    case 'save':
      return start.formats.length === 0
        ? state
        : { ...state, saved: [...state.saved, { ...state.saving, name: state.saving.name.trim() }] };
  }
}

/** What there is to do: printing and its queue where there is a printer, saving where there is a format. */
export function partsOf(start: PrintStart): readonly PrintState['part'][] {
  return [
    ...(start.printers.length > 0 ? (['print', 'queue'] as const) : []),
    ...(start.formats.length > 0 ? (['save'] as const) : []),
  ];
}

function set(state: PrintState, changes: Partial<Setting>): PrintState {
  const setting = { ...state.setting, ...changes };
  return JSON.stringify(setting) === JSON.stringify(state.setting) ? state : { ...state, setting };
}

function setSaving(state: PrintState, changes: Partial<Saved>): PrintState {
  const saving = { ...state.saving, ...changes };
  return JSON.stringify(saving) === JSON.stringify(state.saving) ? state : { ...state, saving };
}

/** Another printer may be able to do less. */
function chosen(state: PrintState, printer: string, start: PrintStart): PrintState {
  const found = start.printers.find(({ id }) => id === printer);
  if (found === undefined || state.setting.printer === printer) return state;
  const { twoSides, colour } = state.setting;
  return set(state, { printer, twoSides: twoSides && found.twoSides, colour: colour && found.colour });
}

function printed(state: PrintState, start: PrintStart): PrintState {
  const { printer } = state.setting;
  if (!start.printers.some(({ id }) => id === printer)) return state;
  const ordered = state.ordered + 1;
  const job: Job = { id: `mine-${ordered}`, printer, state: 'waiting' };
  return advanced({ ...state, ordered, last: state.setting, jobs: [...state.jobs, job] });
}

/** Jobs whose turn it is come out, until one is blocked or the paper is missing. */
function advanced(state: PrintState): PrintState {
  let next = state;
  for (const printer of new Set(state.jobs.map((job) => job.printer))) {
    for (const job of queueOf(next, printer)) {
      if (job.state === 'blocked' || !next.loaded.includes(printer)) break;
      // What others wait for comes out in its own time; the learner's own is what matters here.
      next = withJob(next, job.id, 'done');
    }
  }
  return next;
}

function withJob(state: PrintState, id: string, now: Job['state']): PrintState {
  return { ...state, jobs: state.jobs.map((job) => (job.id === id ? { ...job, state: now } : job)) };
}
