import type { Fact, Facts } from '../goal.ts';
import type { CounterStart } from './start.ts';
import type { CounterState } from './state.ts';

/** What conditions may ask about the counter and the identity app. */
export function counterFacts(state: CounterState, start: CounterStart): Facts {
  const facts: Record<string, Fact> = {
    site: state.site,
    signedIn: state.signedIn,
    signedOut: state.hasSignedOut,
    trapped: state.trapped,
    approved: state.requests.filter((request) => request.state === 'approved').map(({ id }) => id),
    refused: state.requests.filter((request) => request.state === 'refused').map(({ id }) => id),
    sent: state.sent,
    read: state.read,
    kept: state.kept,
  };
  for (const { id, steps } of start.procedures) {
    facts[`${id}.sent`] = state.sent.includes(id);
    facts[`${id}.paid`] = state.paid.includes(id);
    for (const field of steps.flatMap((step) => step.fields)) {
      facts[`${id}.${field.id}`] = state.told[`${id}.${field.id}`] ?? '';
    }
  }
  return facts;
}
