import { plainTeller } from '../plain-teller.ts';
import type { NumberParams, NumberResponse } from './challenge.ts';

/** The answer is typed in figures. */
export const teller = plainTeller<NumberParams, NumberResponse>(({ text }, { say, words }) =>
  say.write(text, say.inside(words.plain.answerNumber)),
);
