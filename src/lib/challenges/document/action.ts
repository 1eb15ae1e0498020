import * as v from 'valibot';
import { alignNames, markNames, styleNames } from './start.ts';

const id = v.pipe(v.string(), v.maxLength(100));
const text = v.pipe(v.string(), v.maxLength(600));

/** What a learner can do in a document. */
export const documentAction = v.variant('do', [
  v.strictObject({ do: v.literal('choose'), block: id }),
  v.strictObject({ do: v.literal('style'), block: id, style: v.picklist(styleNames) }),
  v.strictObject({ do: v.literal('align'), block: id, align: v.picklist(alignNames) }),
  v.strictObject({ do: v.literal('mark'), block: id, phrase: id, mark: v.picklist(markNames) }),
  v.strictObject({ do: v.literal('correct'), block: id, phrase: id, choice: id }),
  v.strictObject({ do: v.literal('write'), block: id, text }),
  v.strictObject({ do: v.picklist(['alt', 'comment']), block: id, text }),
  v.strictObject({ do: v.literal('field'), block: id, field: id }),
  v.strictObject({ do: v.picklist(['up', 'down', 'add', 'remove', 'accept', 'reject']), block: id }),
  v.strictObject({ do: v.literal('mode'), mode: v.picklist(['edit', 'suggest']) }),
  v.strictObject({ do: v.literal('guest'), guest: id }),
  v.strictObject({ do: v.picklist(['look', 'restore']), version: id }),
  v.strictObject({ do: v.literal('take'), version: id, block: id }),
]);
export type DocumentAction = v.InferOutput<typeof documentAction>;
