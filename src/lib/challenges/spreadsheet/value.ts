import { normalised } from '#lib/base/normalise.ts';

/** What is wrong with a cell, as spreadsheets write it. */
export const faults = ['#DIV/0!', '#REF!', '#NAME?', '#VALUE!', '#N/A', '#CYCLE!', '#SYNTAX!'] as const;
export type FaultName = (typeof faults)[number];

/** A fault that spreads through what is calculated from it. */
export interface CellFault {
  readonly fault: FaultName;
}

/** What a cell comes to; an empty cell is undefined. */
export type Value = number | string | boolean | CellFault | undefined;

/** A rectangle of values, row after row. */
export type Block = readonly (readonly Value[])[];

/** Whether a value is a fault. */
export function isFault(value: unknown): value is CellFault {
  return typeof value === 'object' && value !== null && 'fault' in value;
}

/** A value as a number: an empty cell is 0, a text that is no number is a fault. */
export function numberIn(value: Value): number | CellFault {
  if (isFault(value)) return value;
  if (value === undefined) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return value;
  return typedNumber(value) ?? { fault: '#VALUE!' };
}

/** The number that a person typed, decimal comma, spaces, € and % included; undefined when it is none. */
export function typedNumber(typed: string): number | undefined {
  const compact = typed.replace(/[\s\u00a0\u202f€]/gu, '').replace(',', '.');
  const match = /^([+-]?\d+(?:\.\d+)?)(%?)$/.exec(compact);
  return match === null ? undefined : Number(match[1]) / (match[2] === '%' ? 100 : 1);
}

/** A value as a text. */
export function textIn(value: Value): string {
  if (isFault(value)) return value.fault;
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'VRAI' : 'FAUX';
  return typeof value === 'number' ? plainNumber(value) : value;
}

/** A number without the dust of binary fractions, with a decimal comma. */
function plainNumber(value: number): string {
  return String(Number(value.toPrecision(12))).replace('.', ',');
}

/** Negative, 0 or positive as one value comes before, is like or comes after another: numbers, then texts, then nothing. */
export function compared(one: Value, other: Value): number {
  const rank = (value: Value): number =>
    value === undefined || value === '' ? 2 : typeof value === 'number' || typeof value === 'boolean' ? 0 : 1;
  if (rank(one) !== rank(other)) return rank(one) - rank(other);
  if (rank(one) === 0) return Number(one) - Number(other);
  const [left, right] = [normalised(textIn(one)), normalised(textIn(other))];
  return left < right ? -1 : left > right ? 1 : 0;
}
