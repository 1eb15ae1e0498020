import * as v from 'valibot';

const text = v.pipe(v.string(), v.minLength(1));
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/i, 'an id is made of letters, digits and hyphens'),
);
const coordinate = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
export const timeSchema = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is written 08:05'));

export const sharedMinutes = [15, 60, 480] as const;
export const modes = ['walk', 'bike', 'car', 'bus'] as const;
export type Mode = (typeof modes)[number];
const placeKinds = ['home', 'pharmacy', 'doctor', 'shop', 'hall', 'school', 'station', 'park'] as const;

/** What an author writes under `start` for the map: a town of 100 by 100, of which one unit is 20 metres. */
export const mapStart = v.strictObject({
  title: text,
  now: timeSchema,
  corners: v.pipe(
    v.array(v.strictObject({ id, x: coordinate, y: coordinate })),
    v.minLength(2),
    v.maxLength(40),
  ),
  streets: v.pipe(
    v.array(
      v.strictObject({
        from: id,
        to: id,
        /** Closed to some, such as a path in a park to cars. */
        closed: v.optional(v.array(v.picklist(['walk', 'bike', 'car'])), []),
      }),
    ),
    v.minLength(1),
    v.maxLength(80),
  ),
  places: v.pipe(
    v.array(
      v.strictObject({
        id,
        name: text,
        at: id,
        kind: v.picklist(placeKinds),
        about: v.optional(text),
        /** Words that find it, besides its name. */
        finds: v.optional(v.array(text), []),
      }),
    ),
    v.minLength(2),
    v.maxLength(14),
  ),
  /** Where the learner is. */
  me: id,
  lines: v.optional(
    v.array(
      v.strictObject({
        id,
        name: text,
        stops: v.pipe(
          v.array(
            v.strictObject({
              at: id,
              after: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(240)),
            }),
          ),
          v.minLength(2),
        ),
        departs: v.pipe(v.array(timeSchema), v.minLength(1)),
      }),
    ),
    [],
  ),
  /** Who sees where the learner is already, for so many minutes. */
  people: v.optional(
    v.array(v.strictObject({ id, name: text, sees: v.optional(v.picklist(sharedMinutes)) })),
    [],
  ),
});
export type MapStart = v.InferOutput<typeof mapStart>;
export type MapPlace = MapStart['places'][number];

/** Every `@key` of a start. */
export function mapTexts(start: MapStart): readonly string[] {
  return [
    start.title,
    ...start.places.flatMap(({ name, about = '', finds }) => [name, about, ...finds]),
    ...start.lines.map(({ name }) => name),
    ...start.people.map(({ name }) => name),
  ].filter((each) => each.startsWith('@'));
}

/** Faults of sense in a start, in English; empty when there is none. */
export function mapFaults(start: MapStart): readonly string[] {
  const corners = start.corners.map((corner) => corner.id);
  const used = [
    start.me,
    ...start.streets.flatMap(({ from, to }) => [from, to]),
    ...start.places.map(({ at }) => at),
    ...start.lines.flatMap(({ stops }) => stops.map(({ at }) => at)),
  ];
  const ids = [...start.places, ...start.lines, ...start.people].map((each) => each.id);
  return [
    ...[corners, ids].flatMap((list) =>
      list
        .filter((each, index) => list.indexOf(each) !== index)
        .map((each) => `the id "${each}" is given twice`),
    ),
    ...ids
      .filter((each) => ['me', 'route', 'saved', 'shared', 'answer', 'looked'].includes(each))
      .map((each) => `nothing may be named "${each}"`),
    ...[...new Set(used)].filter((each) => !corners.includes(each)).map((each) => `"${each}" is no corner`),
    ...start.lines
      .filter(({ stops }) => stops.some(({ after }, index) => after < (stops[index - 1]?.after ?? 0)))
      .map((line) => `the line "${line.id}" reaches a stop before the one before it`),
  ];
}
