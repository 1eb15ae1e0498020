import * as v from 'valibot';

const id = v.pipe(v.string(), v.maxLength(100));

/** What a learner can do at the e-counter and with the identity app beside it. */
export const counterAction = v.variant('do', [
  v.strictObject({ do: v.literal('visit'), site: id }),
  v.strictObject({ do: v.picklist(['leave', 'home', 'mailbox', 'signIn', 'signOut']) }),
  v.strictObject({ do: v.picklist(['approve', 'refuse']), request: id }),
  v.strictObject({ do: v.literal('open'), procedure: id }),
  v.strictObject({ do: v.literal('fill'), field: id, value: v.pipe(v.string(), v.maxLength(200)) }),
  v.strictObject({ do: v.picklist(['next', 'previous', 'send', 'pay']) }),
  v.strictObject({ do: v.picklist(['read', 'keep']), letter: id }),
]);
export type CounterAction = v.InferOutput<typeof counterAction>;
