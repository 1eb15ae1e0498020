import type { Fact, Facts } from '../goal.ts';
import type { SocialStart } from './start.ts';
import { isStopped, type SocialState } from './state.ts';

/** What conditions may ask about the network; the page's comments are judged by the words that it forbids. */
export function socialFacts(state: SocialState, start: SocialStart): Facts {
  const facts: Record<string, Fact> = {
    blocked: state.blocked,
    'friends.accepted': state.accepted,
    'friends.declined': state.declined,
    'settings.audience': state.audience,
    'new.count': state.published.length,
    'page.forbidden': state.forbidden,
    'page.dropped': state.dropped,
    'page.stopped': Object.entries(state.comments)
      .filter(([id, text]) => state.dropped.includes(id) || isStopped(text, state.forbidden))
      .map(([id]) => id),
  };
  for (const [name, on] of Object.entries(state.switches)) facts[`settings.${name}`] = on;
  for (const [id, fate] of Object.entries(state.fates)) {
    for (const [name, value] of Object.entries(fate)) facts[`${id}.${name}`] = value;
  }
  const last = state.published.at(-1);
  if (last !== undefined) {
    const { id, ...rest } = last;
    const located =
      rest.location || (start.pictures.find((picture) => picture.id === rest.picture)?.location ?? false);
    const told = { ...rest, ...state.fates[id], located };
    for (const [name, value] of Object.entries(told)) facts[`new.${name}`] = value;
  }
  return facts;
}
