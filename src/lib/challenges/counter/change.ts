import type { CounterAction } from './action.ts';
import { fieldFault } from './field-fault.ts';
import type { CounterStart, Procedure } from './start.ts';
import { inHand, own, type CounterState } from './state.ts';

type Done<Name> = Extract<CounterAction, { do: Name }>;

/** The counter after an action; one that is impossible leaves it as it is. */
export function changeCounter(state: CounterState, action: CounterAction, start: CounterStart): CounterState {
  switch (action.do) {
    case 'visit':
      return state.place !== 'sites' || !start.sites.some(({ id }) => id === action.site)
        ? state
        : { ...state, place: 'home', site: action.site };
    case 'leave':
      return start.sites.length < 2 || state.place === 'sites'
        ? state
        : {
            ...state,
            place: 'sites',
            site: '',
            signedIn: false,
            procedure: '',
            // What was asked at a site is asked no more once one has left it.
            requests: state.requests.filter((request) => request.id !== own || request.state !== 'waiting'),
          };
    case 'home':
    case 'mailbox':
      return gone(state, action.do);
    case 'signIn':
      return state.signedIn || state.site === '' ? state : signing(state, start);
    case 'signOut':
      return state.signedIn
        ? { ...state, signedIn: false, hasSignedOut: true, place: 'home', procedure: '' }
        : state;
    case 'approve':
    case 'refuse':
      return decided(state, action, start);
    case 'open':
      return opened(state, action, start);
    case 'fill':
      return filled(state, action, start);
    case 'read': {
      if (!state.letters.includes(action.letter) || state.letter === action.letter) return state;
      return { ...state, letter: action.letter, read: including(state.read, action.letter) };
    }
    case 'keep':
      return !state.letters.includes(action.letter) ||
        state.kept.includes(action.letter) ||
        fileOf(start, action.letter) === undefined
        ? state
        : { ...state, kept: [...state.kept, action.letter] };
    default:
      return withForm(state, action, start);
  }
}

/** The file that a letter brings. */
export function fileOf(start: CounterStart, letter: string): string | undefined {
  const own =
    start.letters.find(({ id }) => id === letter) ?? start.procedures.find(({ id }) => id === letter)?.letter;
  return own?.file;
}

function gone(state: CounterState, to: 'home' | 'mailbox'): CounterState {
  if (state.site === '' || (to === 'mailbox' && !state.signedIn)) return state;
  return state.place === to && state.letter === ''
    ? state
    : { ...state, place: to, procedure: '', letter: '' };
}

/** Asks the identity app: a request of one's own comes there, and others that wait for this moment. */
function signing(state: CounterState, start: CounterStart): CounterState {
  const others = state.requests.filter(({ id }) => id !== own);
  const asked = {
    ...state,
    place: 'signIn' as const,
    requests: [...others, { id: own, state: 'waiting' as const }],
  };
  return state.place === 'signIn' &&
    state.requests.some(({ id, state: now }) => id === own && now === 'waiting')
    ? state
    : withRequests(asked, 'signIn', start);
}

function withRequests(
  state: CounterState,
  event: 'signIn' | 'signedIn' | 'send',
  start: CounterStart,
): CounterState {
  const coming = start.requests.filter(
    ({ id, after }) => after === event && !state.requests.some((request) => request.id === id),
  );
  return coming.length === 0
    ? state
    : {
        ...state,
        requests: [...state.requests, ...coming.map(({ id }) => ({ id, state: 'waiting' as const }))],
      };
}

function decided(state: CounterState, action: Done<'approve' | 'refuse'>, start: CounterStart): CounterState {
  const request = state.requests.find(({ id }) => id === action.request);
  if (request?.state !== 'waiting') return state;
  const now = action.do === 'approve' ? ('approved' as const) : ('refused' as const);
  const next = {
    ...state,
    requests: state.requests.map((each) => (each === request ? { ...each, state: now } : each)),
  };
  if (request.id !== own) return next;
  const isFalse = start.sites.find(({ id }) => id === state.site)?.isFalse ?? false;
  const place = state.procedure === '' ? 'home' : 'form';
  if (action.do === 'refuse') return { ...next, place: 'home', procedure: '' };
  return withRequests(
    { ...next, signedIn: true, trapped: state.trapped || isFalse, place },
    'signedIn',
    start,
  );
}

function opened(state: CounterState, action: Done<'open'>, start: CounterStart): CounterState {
  const procedure = start.procedures.find(({ id }) => id === action.procedure);
  if (procedure === undefined || state.site === '' || state.procedure === procedure.id) return state;
  const begun = { ...state, procedure: procedure.id, step: 0, isChecked: false, letter: '' };
  if (state.sent.includes(procedure.id)) return { ...begun, place: 'done' };
  return procedure.identity && !state.signedIn ? signing(begun, start) : { ...begun, place: 'form' };
}

function filled(state: CounterState, action: Done<'fill'>, start: CounterStart): CounterState {
  const procedure = inHand(state, start);
  const field = procedure?.steps[state.step]?.fields.find(({ id }) => id === action.field);
  if (procedure === undefined || field === undefined || state.place !== 'form') return state;
  const allowed =
    field.type === 'choice'
      ? field.options.map(({ id }) => id)
      : field.type === 'file'
        ? start.papers.map(({ id }) => id)
        : field.type === 'tick'
          ? ['yes']
          : undefined;
  if (allowed !== undefined && action.value !== '' && !allowed.includes(action.value)) return state;
  const key = `${procedure.id}.${field.id}`;
  return (state.values[key] ?? '') === action.value
    ? state
    : { ...state, values: { ...state.values, [key]: action.value } };
}

function withForm(
  state: CounterState,
  action: Done<'next' | 'previous' | 'send' | 'pay'>,
  start: CounterStart,
): CounterState {
  const procedure = inHand(state, start);
  if (procedure === undefined) return state;
  const last = procedure.steps.length;
  if (action.do === 'pay')
    return state.place === 'pay'
      ? received({ ...state, paid: [...state.paid, procedure.id] }, procedure, start)
      : state;
  if (state.place !== 'form') return state;
  if (action.do === 'previous') {
    return state.step === 0 ? state : { ...state, step: state.step - 1, isChecked: false };
  }
  if (action.do === 'next') {
    if (state.step === last) return state;
    if (isStepRight(state, procedure)) return { ...state, step: state.step + 1, isChecked: false };
    return state.isChecked ? state : { ...state, isChecked: true };
  }
  // Only what was read over in the summary is sent, and once.
  if (state.step !== last || state.sent.includes(procedure.id)) return state;
  return procedure.fee > 0 ? { ...state, place: 'pay' } : received(state, procedure, start);
}

function isStepRight(state: CounterState, procedure: Procedure): boolean {
  const fields = procedure.steps[state.step]?.fields ?? [];
  return fields.every(
    (field) => fieldFault(field, state.values[`${procedure.id}.${field.id}`] ?? '') === undefined,
  );
}

/** The counter has it: what was written is told, and its letter comes. */
function received(state: CounterState, procedure: Procedure, start: CounterStart): CounterState {
  const told = Object.entries(state.values).filter(([key]) => key.startsWith(`${procedure.id}.`));
  const next: CounterState = {
    ...state,
    place: 'done',
    sent: [...state.sent, procedure.id],
    told: { ...state.told, ...Object.fromEntries(told) },
    letters: procedure.letter === undefined ? state.letters : including(state.letters, procedure.id),
  };
  return withRequests(next, 'send', start);
}

function including(list: readonly string[], member: string): readonly string[] {
  return list.includes(member) ? list : [...list, member];
}
