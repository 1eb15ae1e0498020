import { plainTeller } from '../plain-teller.ts';
import type { ShortTextParams, ShortTextResponse } from './challenge.ts';

/** The answer is typed. */
export const teller = plainTeller<ShortTextParams, ShortTextResponse>(({ text }, { say, words }) =>
  say.write(text, say.inside(words.plain.answer)),
);
