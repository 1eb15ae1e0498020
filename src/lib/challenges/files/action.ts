import * as v from 'valibot';

/** Ids of copies of copies grow; this bounds what a hostile log can hold. */
const id = v.pipe(v.string(), v.maxLength(1000));
const name = v.pipe(v.string(), v.maxLength(120));

export const sortKeys = ['name', 'date', 'size'] as const;
export type SortKey = (typeof sortKeys)[number];

/** What a learner can do with files. */
export const filesAction = v.variant('do', [
  v.strictObject({ do: v.literal('enter'), id }),
  v.strictObject({ do: v.literal('open'), id }),
  v.strictObject({ do: v.literal('close') }),
  v.strictObject({ do: v.literal('rename'), id, name }),
  v.strictObject({ do: v.literal('move'), id, to: id }),
  v.strictObject({ do: v.literal('copy'), id, to: id }),
  v.strictObject({ do: v.literal('delete'), id }),
  v.strictObject({ do: v.literal('restore'), id }),
  v.strictObject({ do: v.literal('empty') }),
  v.strictObject({ do: v.literal('folder'), in: id, name }),
  v.strictObject({
    do: v.literal('compress'),
    ids: v.pipe(v.array(id), v.minLength(1), v.maxLength(100)),
    name,
  }),
  v.strictObject({ do: v.literal('search'), text: name }),
  v.strictObject({ do: v.literal('sort'), by: v.picklist(sortKeys) }),
]);
export type FilesAction = v.InferOutput<typeof filesAction>;
