import * as v from 'valibot';
import type { BoardLine } from './board.ts';
import type { Glimpse } from './glimpse.ts';

const text = v.pipe(v.string(), v.maxLength(100));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const level = v.pipe(v.number(), v.minValue(0), v.maxValue(8));
const test = { policy: text, competence: v.nullable(text) };
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const sightingSchema = v.strictObject({
  version: v.literal(1),
  /** UTC milliseconds. */
  readAt: v.number(),
  session: text,
  day: text,
  nickname: text,
  avatar: text,
  needsHelp: v.boolean(),
  minutes: count,
  doing: v.variant('state', [
    v.strictObject({ state: v.literal('nothing') }),
    v.strictObject({ state: v.literal('running'), ...test, number: count, length: count }),
    v.strictObject({
      state: v.literal('finished'),
      ...test,
      levels: v.array(v.strictObject({ target: text, level, low: level, high: level, certainty: share })),
    }),
  ]),
});

/** Where somebody on another device stood when their code was read. */
export type Sighting = v.InferOutput<typeof sightingSchema>;

/** A glimpse with the moment when it was read. */
export function sightingOf({ doing, ...glimpse }: Glimpse, readAt: number): Sighting {
  return {
    version: 1,
    readAt,
    ...glimpse,
    doing: doing.state === 'finished' ? { ...doing, levels: [...doing.levels] } : doing,
  };
}

/** The sighting in a text; undefined when it is none of this version. */
export function parseSighting(written: string): Sighting | undefined {
  try {
    const parsed = v.safeParse(sightingSchema, JSON.parse(written));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** The board of this device with those of other devices after it: of each the reading that came last, once. */
export function mergedBoard(
  lines: readonly BoardLine[],
  sightings: readonly Sighting[],
): readonly BoardLine[] {
  const newest = new Map<string, Sighting>();
  for (const sighting of sightings.toSorted((left, right) => left.readAt - right.readAt))
    newest.set(sighting.session, sighting);
  return [...lines, ...[...newest.values()].map(lineOf)];
}

function lineOf({ session, day, nickname, avatar, needsHelp, minutes, readAt, doing }: Sighting): BoardLine {
  const levels = doing.state === 'finished' ? doing.levels : [];
  return {
    ...{ learner: session, avatar, number: 1, lock: 'none', usedDay: day, fate: 'here', age: 0, needsHelp },
    elsewhere: {
      ...{ readAt, minutes },
      certainties: new Map(levels.map(({ target, certainty }) => [target, certainty])),
    },
    summary: {
      ...{ version: 1, nickname },
      running:
        doing.state === 'running'
          ? { policy: doing.policy, number: doing.number, length: doing.length }
          : null,
      results:
        doing.state === 'finished'
          ? [
              {
                ...{ policy: doing.policy, competence: doing.competence, day },
                levels: levels.map(({ target, level: at, low, high }) => ({ target, level: at, low, high })),
              },
            ]
          : [],
    },
  };
}
