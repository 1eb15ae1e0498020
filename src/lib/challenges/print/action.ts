import * as v from 'valibot';
import { formats } from './start.ts';

const id = v.pipe(v.string(), v.maxLength(100));

export const papers = ['A5', 'A4', 'A3'] as const;
export const perSheets = [1, 2, 4] as const;
export const qualities = ['low', 'medium', 'high'] as const;
export const widths = [640, 1280, 2048, 4096] as const;
export const parts = ['print', 'queue', 'save'] as const;
export type Part = (typeof parts)[number];

/** What a learner can do to print or to save. */
export const printAction = v.variant('do', [
  v.strictObject({ do: v.literal('go'), to: v.picklist(parts) }),
  v.strictObject({ do: v.literal('printer'), id }),
  v.strictObject({ do: v.literal('pages'), text: v.pipe(v.string(), v.maxLength(40)) }),
  v.strictObject({
    do: v.literal('copies'),
    count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)),
  }),
  v.strictObject({ do: v.picklist(['twoSides', 'colour', 'landscape']), on: v.boolean() }),
  v.strictObject({ do: v.literal('paper'), size: v.picklist(papers) }),
  v.strictObject({ do: v.literal('perSheet'), count: v.picklist(perSheets) }),
  v.strictObject({ do: v.literal('print') }),
  v.strictObject({ do: v.literal('cancel'), job: id }),
  v.strictObject({ do: v.literal('load'), printer: id }),
  v.strictObject({ do: v.literal('format'), as: v.picklist(formats) }),
  v.strictObject({ do: v.literal('quality'), level: v.picklist(qualities) }),
  v.strictObject({ do: v.literal('width'), pixels: v.picklist(widths) }),
  v.strictObject({ do: v.literal('name'), text: v.pipe(v.string(), v.maxLength(80)) }),
  v.strictObject({ do: v.literal('for'), receiver: id }),
  v.strictObject({ do: v.literal('save') }),
]);
export type PrintAction = v.InferOutput<typeof printAction>;
