import type { Fact, Facts } from '../goal.ts';
import type { PhoneStart } from './start.ts';
import {
  askedBy,
  freeStorage,
  isGranted,
  isInstalled,
  isOnline,
  joinedNetwork,
  type PhoneState,
} from './state.ts';

/** What conditions may ask about a telephone: its settings by name, its apps, and what was done. */
export function phoneFacts(state: PhoneState, start: PhoneStart): Facts {
  const facts: Record<string, Fact> = {
    ...state.settings,
    wifiNetwork: joinedNetwork(state),
    'apps.removed': state.removed,
    'system.updated': state.isSystemUpdated,
    restarted: state.hasRestarted,
    screens: state.seen,
    'used.search': state.hasSearched,
    online: isOnline(state),
    'storage.free': freeStorage(state, start),
    wrongPassword: state.wrongPasswords,
  };
  for (const app of start.apps) {
    const installed = isInstalled(state, app.id);
    facts[`${app.id}.installed`] = installed;
    facts[`${app.id}.running`] = installed && !state.stopped.includes(app.id);
    facts[`${app.id}.cleared`] = state.cleared.includes(app.id);
    facts[`${app.id}.updated`] = state.updated.includes(app.id);
    for (const permission of askedBy(app)) {
      facts[`${app.id}.${permission}`] = isGranted(state, app.id, permission);
    }
  }
  return facts;
}
