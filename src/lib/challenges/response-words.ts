import * as v from 'valibot';
import type { Json } from '#lib/base/canonical-json.ts';
import { entrySchema } from './option.ts';

const labelledSchema = v.object({ id: v.string(), label: v.string() });
type Plain = (text: string) => string;

/**
 * What somebody answered, in the words that they saw or typed, a line each; for what is not done in a simulator. `plain`
 * gives the words of a text reference.
 */
export function responseWords(params: Json, response: Json, plain: Plain): readonly string[] {
  const sides = params as { readonly left?: Json; readonly right?: Json };
  // What is paired has names of its own on each side.
  const keys = namesIn(sides.left ?? params, plain);
  const values = namesIn(sides.right ?? params, plain);
  return linesOf(response, keys, values);
}

function linesOf(
  value: Json,
  keys: ReadonlyMap<string, string>,
  values: ReadonlyMap<string, string>,
): readonly string[] {
  if (value === null || typeof value === 'boolean') return [];
  if (typeof value === 'string') return value === '' ? [] : [values.get(value) ?? value];
  if (typeof value === 'number') return [`${value}`];
  if (Array.isArray(value)) return value.flatMap((each: Json) => linesOf(each, keys, values));
  return Object.entries(value).flatMap(([key, each]) => {
    const lines = linesOf(each, keys, values);
    const name = keys.get(key);
    return name === undefined || lines.length === 0 ? lines : [`${name} → ${lines.join(', ')}`];
  });
}

/** What an author called the things that can be chosen, by their ids. */
function namesIn(params: Json, plain: Plain): Map<string, string> {
  const names = new Map<string, string>();
  const visit = (value: Json): void => {
    if (typeof value !== 'object' || value === null) return;
    const entry = v.safeParse(v.object(entrySchema.entries), value);
    const labelled = v.safeParse(labelledSchema, value);
    if (entry.success) names.set(entry.output.id, plain(entry.output.text));
    else if (labelled.success) names.set(labelled.output.id, plain(labelled.output.label));
    for (const each of Object.values(value)) visit(each);
  };
  visit(params);
  return names;
}
