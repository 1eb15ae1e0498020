import * as v from 'valibot';
import { settingNames } from './settings.ts';
import { permissionNames } from './start.ts';

const id = v.pipe(v.string(), v.maxLength(100));
const typed = v.pipe(v.string(), v.maxLength(200));
const permission = v.picklist(permissionNames);

/** What a learner can do with the telephone. */
export const phoneActionSchema = v.variant('do', [
  v.strictObject({ do: v.literal('enter'), screen: id }),
  v.strictObject({ do: v.literal('back') }),
  v.strictObject({
    do: v.literal('set'),
    setting: v.picklist(settingNames),
    value: v.union([v.boolean(), v.number(), typed]),
  }),
  v.strictObject({ do: v.literal('join'), network: id, password: v.exactOptional(typed) }),
  v.strictObject({ do: v.literal('allow'), app: id, permission }),
  v.strictObject({ do: v.literal('deny'), app: id, permission }),
  v.strictObject({ do: v.literal('uninstall'), app: id }),
  v.strictObject({ do: v.literal('stop'), app: id }),
  v.strictObject({ do: v.literal('clear'), app: id }),
  v.strictObject({ do: v.literal('updateApp'), app: id }),
  v.strictObject({ do: v.literal('updateSystem') }),
  v.strictObject({ do: v.literal('restart') }),
  v.strictObject({ do: v.literal('let'), contact: id }),
  v.strictObject({ do: v.literal('unlet'), contact: id }),
  v.strictObject({ do: v.literal('search'), text: typed }),
]);
export type PhoneAction = v.InferOutput<typeof phoneActionSchema>;
