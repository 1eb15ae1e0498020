import * as v from 'valibot';
import { columnOf, mostColumns, mostRows, placeOf } from './address.ts';
import { parseFormula } from './parse.ts';

const text = v.pipe(v.string(), v.minLength(1));
const content = v.union([v.string(), v.number(), v.null()]);

export const formats = ['plain', 'euro', 'percent'] as const;
export type Format = (typeof formats)[number];
const column = v.pipe(v.string(), v.regex(/^[A-L]$/, 'a column is a letter from A to L'));

/** What an author writes under `start` for the spreadsheet. */
export const spreadsheetStart = v.strictObject({
  title: text,
  /** The first row is the titles of the columns; null is an empty cell, a text that begins with = a formula. */
  rows: v.pipe(v.array(v.pipe(v.array(content), v.maxLength(mostColumns))), v.minLength(2), v.maxLength(60)),
  /** The cell that is chosen at first. */
  at: v.optional(text, 'A1'),
  formats: v.optional(v.record(column, v.picklist(formats)), {}),
  /** Facts: whether a cell comes to what a formula comes to, in this world. */
  checks: v.optional(
    v.record(text, v.strictObject({ cell: text, formula: v.pipe(v.string(), v.startsWith('=')) })),
    {},
  ),
});
export type SpreadsheetStart = v.InferOutput<typeof spreadsheetStart>;

/** Every `@key` of a start. */
export function spreadsheetTexts(start: SpreadsheetStart): readonly string[] {
  return [start.title, ...start.rows.flat()].filter(
    (each): each is string => typeof each === 'string' && each.startsWith('@'),
  );
}

/** Faults of sense in a start, in English; empty when there is none. */
export function spreadsheetFaults(start: SpreadsheetStart): readonly string[] {
  const formulas = start.rows
    .flat()
    .filter((each): each is string => typeof each === 'string' && each.startsWith('='));
  return [
    ...(placeOf(start.at) === undefined ? [`at: "${start.at}" is no cell`] : []),
    ...start.rows.flatMap((row, index) =>
      row.length > (start.rows[0]?.length ?? 0) ? [`row ${index + 1} is longer than the first`] : [],
    ),
    ...(start.rows.length > mostRows ? ['there are too many rows'] : []),
    ...[...formulas, ...Object.values(start.checks).map(({ formula }) => formula)]
      .filter((formula) => parseFormula(formula.slice(1)) === undefined)
      .map((formula) => `"${formula}" is no formula`),
    ...Object.entries(start.checks).flatMap(([name, { cell }]) => [
      ...(placeOf(cell) === undefined ? [`the check "${name}" names no cell: "${cell}"`] : []),
      ...(placeOf(name) !== undefined || name.includes('.') ? [`no check may be named "${name}"`] : []),
    ]),
    ...Object.keys(start.formats)
      .filter((name) => columnOf(name) < 0)
      .map((name) => `"${name}" is no column`),
  ];
}
