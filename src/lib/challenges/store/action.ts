import * as v from 'valibot';
import { ages } from './start.ts';

const id = v.pipe(v.string(), v.maxLength(100));

export const storeScreens = ['search', 'mine', 'payments', 'settings'] as const;
export type StoreScreen = (typeof storeScreens)[number];

/** What a learner can do in the app store. */
export const storeAction = v.variant('do', [
  v.strictObject({ do: v.literal('enter'), screen: v.picklist(storeScreens) }),
  v.strictObject({ do: v.literal('search'), text: v.pipe(v.string(), v.maxLength(100)) }),
  v.strictObject({
    do: v.picklist(['open', 'install', 'uninstall', 'update', 'subscribe', 'cancel', 'report', 'refund']),
    app: id,
  }),
  v.strictObject({ do: v.literal('back') }),
  v.strictObject({ do: v.picklist(['askFirst', 'autoUpdate']), on: v.boolean() }),
  v.strictObject({ do: v.literal('limitAge'), age: v.picklist(ages) }),
]);
export type StoreAction = v.InferOutput<typeof storeAction>;
