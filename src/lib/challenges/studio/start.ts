import * as v from 'valibot';
import { pictureDials, soundDials } from './dials.ts';

const text = v.pipe(v.string(), v.minLength(1));
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/i, 'an id is made of letters, digits and hyphens'),
);
const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const box = { x: percent, y: percent, width: percent, height: percent };
const grey = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255));

/** A part of a picture: a box, a disc, or words; `tone` from 0 (black) to 255 (white), or a colour that stays. */
const shape = v.strictObject({
  form: v.picklist(['box', 'disc', 'words']),
  ...box,
  tone: v.optional(grey),
  colour: v.optional(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/))),
  text: v.optional(text),
});

const picture = v.strictObject({
  /** Width over height. */
  ratio: v.pipe(v.number(), v.minValue(0.4), v.maxValue(2.5)),
  /** How many pixels wide the camera made it. */
  pixels: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(6000)),
  ground: v.optional(grey, 120),
  shapes: v.pipe(v.array(shape), v.minLength(1), v.maxLength(30)),
  /** By how many degrees what it shows leans. */
  tilt: v.optional(v.pipe(v.number(), v.integer(), v.minValue(-15), v.maxValue(15)), 0),
  /** What is to be kept, in per cent. */
  wanted: v.optional(v.strictObject(box)),
  /** The tones of its letters and of what they stand on, and their height in per cent of the width. */
  letters: v.optional(v.strictObject({ ink: grey, paper: grey, height: percent })),
  /** What may be hidden, each by its name. */
  zones: v.optional(v.pipe(v.array(v.strictObject({ id, name: text, ...box })), v.maxLength(8)), []),
  dials: v.optional(v.array(v.picklist(pictureDials)), []),
});
export type Picture = v.InferOutput<typeof picture>;

const sound = v.strictObject({
  seconds: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(60)),
  parts: v.pipe(
    v.array(
      v.strictObject({
        id,
        name: text,
        kind: v.picklist(['voice', 'music', 'noise', 'silence']),
        from: v.number(),
        to: v.number(),
      }),
    ),
    v.minLength(1),
    v.maxLength(12),
  ),
  dials: v.optional(v.array(v.picklist(soundDials)), []),
  /** Words to show with a part; where they stand at the beginning, in seconds. */
  captions: v.optional(
    v.pipe(v.array(v.strictObject({ id, text, part: id, at: v.optional(v.number(), 0) })), v.maxLength(6)),
    [],
  ),
});
export type Sound = v.InferOutput<typeof sound>;

const poster = v.strictObject({
  formats: v.pipe(
    v.array(v.strictObject({ id, name: text, ratio: v.pipe(v.number(), v.minValue(0.3), v.maxValue(3)) })),
    v.minLength(1),
    v.maxLength(2),
  ),
  /** From the lowest to the highest. Places are in per cent of the format. */
  layers: v.pipe(
    v.array(
      v.strictObject({
        id,
        name: text,
        kind: v.picklist(['photo', 'words']),
        ...box,
        text: v.optional(text),
        /** Where it stands in a format, when elsewhere than `x` and `y`. */
        places: v.optional(v.record(v.string(), v.strictObject({ x: percent, y: percent })), {}),
        colour: v.optional(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/)), '#d9e6e4'),
      }),
    ),
    v.minLength(2),
    v.maxLength(6),
  ),
});
export type Poster = v.InferOutput<typeof poster>;

/** What an author writes under `start` for the studio: a picture, a sound or a poster. */
export const studioStart = v.strictObject({
  title: text,
  picture: v.optional(picture),
  sound: v.optional(sound),
  poster: v.optional(poster),
});
export type StudioStart = v.InferOutput<typeof studioStart>;

/** Every `@key` of a start. */
export function studioTexts({
  title,
  picture: photo,
  sound: tape,
  poster: sheet,
}: StudioStart): readonly string[] {
  return [
    title,
    ...(photo?.shapes.map((each) => each.text ?? '') ?? []),
    ...(photo?.zones.map(({ name }) => name) ?? []),
    ...(tape?.parts.map(({ name }) => name) ?? []),
    ...(tape?.captions.map((each) => each.text) ?? []),
    ...(sheet?.formats.map(({ name }) => name) ?? []),
    ...(sheet?.layers.flatMap((each) => [each.name, each.text ?? '']) ?? []),
  ].filter((each) => each.startsWith('@'));
}

/** Faults of sense in a start, in English; empty when there is none. */
export function studioFaults({ picture: photo, sound: tape, poster: sheet }: StudioStart): readonly string[] {
  const given = [photo, tape, sheet].filter((each) => each !== undefined);
  const ids = [
    ...(photo?.zones ?? []),
    ...(tape?.captions ?? []),
    ...(sheet?.formats ?? []),
    ...(sheet?.layers ?? []),
  ];
  const names = ids.map((each) => each.id);
  const parts = tape?.parts ?? [];
  return [
    ...(given.length === 1 ? [] : ['a studio has a picture, a sound or a poster: one of them']),
    ...names
      .filter((each, index) => names.indexOf(each) !== index)
      .map((each) => `the id "${each}" is given twice`),
    ...parts
      .filter(({ from, to }) => from < 0 || to > (tape?.seconds ?? 0) || from >= to)
      .map((each) => `the part "${each.id}" is not inside the sound`),
    ...(tape?.captions ?? [])
      .filter((each) => !parts.some((part) => part.id === each.part))
      .map((each) => `the caption "${each.id}" is of "${each.part}", which is no part`),
    ...(photo?.shapes ?? [])
      .filter((each) => each.form === 'words' && each.text === undefined)
      .map(() => 'words without a text'),
  ];
}
