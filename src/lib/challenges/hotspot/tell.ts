import { plainTeller } from '../plain-teller.ts';
import type { HotspotParams, HotspotResponse } from './challenge.ts';

/** Places on the picture are touched one by one. */
export const teller = plainTeller<HotspotParams, HotspotResponse>(
  ({ selected }, { say, params, plain, words }) => {
    const zone = params.zones.find(({ id }) => id === selected.at(-1));
    return say.press(plain(zone?.label ?? ''), words.plain.how.onPicture);
  },
);
