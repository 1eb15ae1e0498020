import { simulatorKind, type Simulator } from '../simulator.ts';
import { socialAction, type SocialAction } from './action.ts';
import { changeSocial } from './change.ts';
import { socialFacts } from './facts.ts';
import { socialFaults, socialStart, socialTexts, type SocialStart } from './start.ts';
import { beginSocial, type SocialState } from './state.ts';

/** A social network: who sees what, what others do with it, a profile's switches, and a page to moderate. */
export const socialSimulator: Simulator<SocialStart, SocialState, SocialAction> = {
  name: 'social',
  start: socialStart,
  action: socialAction,
  begin: beginSocial,
  apply: changeSocial,
  facts: socialFacts,
  texts: socialTexts,
  faults: socialFaults,
};

export const socialKind = simulatorKind(socialSimulator);
