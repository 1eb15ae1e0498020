import type { CounterStart, Procedure } from './start.ts';

export type Place = 'sites' | 'home' | 'signIn' | 'form' | 'pay' | 'done' | 'mailbox';

/** A request in the identity app; type aliases, not interfaces: only these are known to be plain JSON. */
export type Request = { readonly id: string; readonly state: 'waiting' | 'approved' | 'refused' };

/** The whole of the simulator, as plain data. */
export type CounterState = {
  readonly place: Place;
  readonly site: string;
  readonly signedIn: boolean;
  /** A site where one signed in and that is false. */
  readonly trapped: boolean;
  readonly requests: readonly Request[];
  /** The procedure in hand; empty for none. It waits here while one signs in. */
  readonly procedure: string;
  /** The step of the form; the one after the last is the summary. */
  readonly step: number;
  /** Whether what is wrong in the step is shown. */
  readonly isChecked: boolean;
  /** What was filled in, by `procedure.field`; kept when one goes away. */
  readonly values: Readonly<Record<string, string>>;
  readonly sent: readonly string[];
  /** What was sent, by `procedure.field`. */
  readonly told: Readonly<Record<string, string>>;
  readonly paid: readonly string[];
  /** Ids of letters: those of the start, and of procedures. */
  readonly letters: readonly string[];
  readonly letter: string;
  readonly read: readonly string[];
  readonly kept: readonly string[];
  readonly hasSignedOut: boolean;
};

/** The counter as the learner finds it. */
export function beginCounter(start: CounterStart): CounterState {
  const [only] = start.sites.length === 1 ? start.sites : [];
  return {
    place: only === undefined ? 'sites' : 'home',
    site: only?.id ?? '',
    signedIn: start.signedIn,
    trapped: false,
    requests: start.requests
      .filter(({ after }) => after === undefined)
      .map(({ id }) => ({ id, state: 'waiting' })),
    procedure: '',
    step: 0,
    isChecked: false,
    values: {},
    sent: [],
    told: {},
    paid: [],
    letters: start.letters.map(({ id }) => id),
    letter: '',
    read: [],
    kept: [],
    hasSignedOut: false,
  };
}

/** The procedure in hand. */
export function inHand(state: CounterState, start: CounterStart): Procedure | undefined {
  return start.procedures.find(({ id }) => id === state.procedure);
}

/** The request that the learner started, as the identity app names it. */
export const own = 'mine';
