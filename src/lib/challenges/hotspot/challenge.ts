import * as v from 'valibot';
import type { Kind } from '../kind.ts';
import { chosenSchema, gradeOf, idSchema, referenceSchema, repeated } from '../option.ts';
import { pictureSchema } from '../picture.ts';

const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));

const zone = v.strictObject({
  id: idSchema,
  /** What stands there, in a few words: the name of the button that covers it. */
  label: referenceSchema,
  x: percent,
  y: percent,
  width: percent,
  height: percent,
  mistake: v.optional(idSchema),
});
export type Zone = v.InferOutput<typeof zone>;

const params = v.strictObject({
  picture: pictureSchema,
  /** In the order in which they are reached with the keyboard. */
  zones: v.pipe(v.array(zone), v.minLength(3), v.maxLength(10)),
  answers: v.pipe(v.array(idSchema), v.minLength(1), v.maxLength(4)),
});
export type HotspotParams = v.InferOutput<typeof params>;

const response = v.strictObject({ selected: v.pipe(v.array(chosenSchema), v.maxLength(10)) });
export type HotspotResponse = v.InferOutput<typeof response>;

/** Width in pixels of the picture on the narrowest screen, of 320 pixels. */
const narrowest = 284;
/** The least a zone measures there, in pixels: a target is as high as any other, and as wide as a thumb needs. */
const least = { width: 44, height: 56 };

/** The right places on a picture are tapped: a point for each, less one for each wrong one. */
export const hotspotKind: Kind<HotspotParams, HotspotResponse> = {
  name: 'hotspot',
  params,
  response,
  texts: ({ picture, zones }) => [picture.alt, ...zones.map(({ label }) => label)],
  faults: ({ picture, zones, answers }) => [
    ...repeated(
      zones.map(({ id, label }) => ({ id, text: label })),
      'zone',
    ),
    ...zones.flatMap((each, index) => placeFaults(each, zones.slice(0, index), picture.file)),
    ...(new Set(answers).size < answers.length ? ['an answer is named twice'] : []),
    ...(answers.length >= zones.length ? ['every zone is an answer'] : []),
    ...answers.flatMap((answer) => {
      const found = zones.find(({ id }) => id === answer);
      if (found === undefined) return [`the answer "${answer}" is not a zone`];
      return found.mistake === undefined ? [] : [`the answer "${answer}" has a mistake`];
    }),
  ],
  guessing: ({ zones, answers }) => (answers.length === 1 ? 1 / zones.length : 1 / 2 ** zones.length),
  grade: ({ zones, answers }, given) => {
    const parsed = v.safeParse(response, given);
    if (!parsed.success) return gradeOf(0, answers.length);
    const selected = new Set(parsed.output.selected);
    const right = [...selected].filter((id) => answers.includes(id)).length;
    const mistakes = zones.flatMap(({ id, mistake }) =>
      selected.has(id) && mistake !== undefined ? [mistake] : [],
    );
    return gradeOf(Math.max(0, right - (selected.size - right)), answers.length, mistakes);
  },
  isClosed: true,
};

/** What keeps a zone from being tapped: too small for a thumb, beyond the picture, or under another zone. */
function placeFaults(
  { id, x, y, width, height }: Zone,
  before: readonly Zone[],
  { width: across, height: down }: HotspotParams['picture']['file'],
): readonly string[] {
  const widthPx = (narrowest * width) / 100;
  const heightPx = (((narrowest * down) / across) * height) / 100;
  const isSmall = widthPx < least.width || heightPx < least.height;
  const size = `${Math.floor(widthPx)} by ${Math.floor(heightPx)} pixels`;
  const covered = before.filter(
    (other) =>
      x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height,
  );
  return [
    ...(isSmall
      ? [`the zone "${id}" is ${size} on a small phone, less than ${least.width} by ${least.height}`]
      : []),
    ...(x + width > 100 || y + height > 100 ? [`the zone "${id}" goes beyond the picture`] : []),
    ...covered.map((other) => `the zones "${other.id}" and "${id}" lie over one another`),
  ];
}
