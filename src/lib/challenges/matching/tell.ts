import { plainTeller, textOf } from '../plain-teller.ts';
import type { MatchingParams, MatchingResponse } from './challenge.ts';

/** Each line is given what goes with it. */
export const teller = plainTeller<MatchingParams, MatchingResponse>(({ pairs }, scene) => {
  const [left, right] = Object.entries(pairs).at(-1) ?? [];
  const { say, params } = scene;
  return say.choose(textOf(params.right, right, scene), say.beside(textOf(params.left, left, scene)));
});
