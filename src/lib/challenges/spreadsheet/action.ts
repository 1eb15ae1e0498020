import * as v from 'valibot';
import { formats } from './start.ts';

const cell = v.pipe(v.string(), v.regex(/^[A-L]\d{1,3}$/, 'a cell is written B7'));
const column = v.pipe(v.string(), v.regex(/^[A-L]$/, 'a column is written B'));
const row = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100));

export const filterTests = ['is', 'not', 'atLeast', 'atMost', 'contains'] as const;
export const charts = ['bars', 'line', 'pie'] as const;

/** What a learner can do with the spreadsheet. */
export const spreadsheetAction = v.variant('do', [
  v.strictObject({ do: v.literal('select'), cell }),
  v.strictObject({ do: v.literal('write'), cell, text: v.pipe(v.string(), v.maxLength(200)) }),
  v.strictObject({ do: v.literal('fill'), from: cell, to: cell }),
  v.strictObject({ do: v.literal('sort'), column, descending: v.boolean(), whole: v.boolean() }),
  v.strictObject({
    do: v.literal('filter'),
    column,
    test: v.picklist(filterTests),
    value: v.pipe(v.string(), v.maxLength(100)),
  }),
  v.strictObject({ do: v.literal('unfilter') }),
  v.strictObject({ do: v.picklist(['insertRow', 'deleteRow']), row }),
  v.strictObject({ do: v.literal('removeDoubles') }),
  v.strictObject({ do: v.literal('format'), column, as: v.picklist(formats) }),
  v.strictObject({ do: v.literal('chart'), type: v.picklist(charts), labels: column, values: column }),
  v.strictObject({ do: v.literal('unchart') }),
]);
export type SpreadsheetAction = v.InferOutput<typeof spreadsheetAction>;
