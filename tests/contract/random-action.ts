import type { GenericSchema } from 'valibot';
import * as v from 'valibot';
import type { Json } from '#lib/base/canonical-json.ts';
import { randomIndex, type Random } from '#lib/base/random.ts';

/** What is read of a schema's own description. */
interface Described {
  readonly type: string;
  readonly literal?: Json;
  readonly options?: readonly (Described | Json)[];
  readonly entries?: Readonly<Record<string, Described>>;
  readonly item?: Described;
  readonly items?: readonly Described[];
  readonly wrapped?: Described;
  readonly key?: Described;
  readonly value?: Described;
}

const tries = 20;

/**
 * An action that a schema allows: its shape is drawn from the schema, its texts from a pool of those that mean
 * something in the world. Undefined when none came that the schema's finer rules allow.
 */
export function randomAction(schema: GenericSchema, pool: Pool, random: Random): Json | undefined {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const drawn = draw(schema, pool, random);
    if (drawn !== undefined && v.is(schema, drawn)) return drawn;
  }
  return undefined;
}

/** Texts and numbers that mean something in a world. */
export interface Pool {
  readonly texts: readonly string[];
  readonly numbers: readonly number[];
}

/** Every text and number anywhere in some values, keys included, and a few that mean nothing. */
export function poolOf(...values: readonly unknown[]): Pool {
  const texts = new Set(['', 'constructor', '__proto__', 'é', '12,5', '-1', '=A1+1', '2026-03-05', '10:00']);
  const numbers = new Set([0, 1, -1, 2, 3, 1.5, 1e9]);
  const gather = (value: unknown): void => {
    if (typeof value === 'string') texts.add(value);
    else if (typeof value === 'number') numbers.add(value);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        texts.add(key);
        gather(inner);
      }
    }
  };
  values.forEach(gather);
  return { texts: [...texts], numbers: [...numbers] };
}

function draw(schema: Described, pool: Pool, random: Random): Json | undefined {
  const one = <Member>(members: readonly Member[]): Member | undefined =>
    members[randomIndex(random, members.length)];
  const drawn = (inner: Described | undefined): Json | undefined => inner && draw(inner, pool, random);
  switch (schema.type) {
    case 'literal':
      return schema.literal;
    case 'picklist':
      return one(schema.options ?? []) as Json;
    case 'variant':
    case 'union':
      return drawn(one((schema.options ?? []) as readonly Described[]));
    case 'string':
      return one(pool.texts);
    case 'number':
      return one(pool.numbers);
    case 'boolean':
      return random() < 0.5;
    case 'null':
      return null;
    case 'optional':
    case 'exact_optional':
      return random() < 0.5 ? undefined : drawn(schema.wrapped);
    case 'nullable':
      return random() < 0.3 ? null : (drawn(schema.wrapped) ?? null);
    case 'array':
      return Array.from({ length: randomIndex(random, 4) }, () => drawn(schema.item)).flatMap((each) =>
        each === undefined ? [] : [each],
      );
    case 'tuple':
    case 'strict_tuple':
      return (schema.items ?? []).map((item) => drawn(item) ?? null);
    case 'record': {
      const key = drawn(schema.key);
      const value = drawn(schema.value);
      return typeof key === 'string' && value !== undefined ? { [key]: value } : {};
    }
    case 'object':
    case 'strict_object':
      return Object.fromEntries(
        Object.entries(schema.entries ?? {}).flatMap(([key, inner]) => {
          const value = drawn(inner);
          return value === undefined ? [] : [[key, value] as const];
        }),
      );
    default:
      throw new Error(`a random action knows no schema of type "${schema.type}"`);
  }
}
