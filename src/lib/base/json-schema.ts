import * as v from 'valibot';
import type { Json } from './canonical-json.ts';

/** Any JSON value whose text is at most `longest` characters. */
export function jsonSchema(longest: number): v.GenericSchema<unknown, Json> {
  return v.pipe(
    v.unknown(),
    v.check((value) => isJson(value) && JSON.stringify(value).length <= longest, 'not JSON, or too long'),
    v.transform((value) => value as Json),
  );
}

function isJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  return typeof value === 'object' && Object.values(value).every(isJson);
}
