import { plainTeller } from '../plain-teller.ts';
import type { SeveralFieldsParams, SeveralFieldsResponse } from './challenge.ts';

/** Fields are filled one by one. */
export const teller = plainTeller<SeveralFieldsParams, SeveralFieldsResponse>(
  ({ values }, { say, params, plain }) => {
    const [wanted, text] = Object.entries(values).at(-1) ?? ['', ''];
    return say.write(text, say.inside(plain(params.fields.find(({ id }) => id === wanted)?.label ?? '')));
  },
);
