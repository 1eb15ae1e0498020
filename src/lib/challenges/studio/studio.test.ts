import { expect, test } from 'vitest';
import * as v from 'valibot';
import type { StudioAction } from './action.ts';
import { studioSimulator } from './challenge.ts';
import { adjusted, contrastOf } from './light.ts';
import { studioFaults, studioStart, type StudioStart } from './start.ts';

const same = (text: string): string => text;
const factsOf = (start: StudioStart, ...actions: readonly StudioAction[]) =>
  studioSimulator.facts(
    actions.reduce(
      (state, action) => studioSimulator.apply(state, action, start, same),
      studioSimulator.begin(start, same),
    ),
    start,
  );

const picture = v.parse(studioStart, {
  title: 'Photo',
  picture: {
    ratio: 1,
    pixels: 4000,
    tilt: 8,
    wanted: { x: 20, y: 20, width: 60, height: 60 },
    letters: { ink: 40, paper: 100, height: 1 },
    zones: [{ id: 'face', name: 'Face', x: 0, y: 0, width: 10, height: 10 }],
    dials: ['turn', 'left', 'right', 'top', 'bottom', 'light', 'contrast', 'width', 'quality'],
    shapes: [{ form: 'box', x: 0, y: 0, width: 10, height: 10, tone: 10 }],
  },
});

test('a picture is straight once it is turned against its tilt', () => {
  expect(factsOf(picture)['angle']).toBe(8);
  expect(factsOf(picture, { do: 'set', dial: 'turn', value: -8 })['angle']).toBe(0);
  expect(factsOf(picture, { do: 'set', dial: 'turn', value: -900 })['angle']).toBe(12);
});

test('what is cut off is compared with what is wanted', () => {
  expect(factsOf(picture)['overlap']).toBe(36);
  const cut = (['left', 'right', 'top', 'bottom'] as const).map((dial): StudioAction => ({
    do: 'set',
    dial,
    value: 20,
  }));
  expect(factsOf(picture, ...cut)).toMatchObject({ overlap: 100, kept: 100 });
  expect(factsOf(picture, { do: 'set', dial: 'left', value: 45 })['kept']).toBe(58);
});

test('letters are readable by light and contrast together', () => {
  expect(contrastOf(0, 255)).toBe(21);
  expect(adjusted(128, 0, 50)).toBe(128);
  const light: StudioAction = { do: 'set', dial: 'light', value: 30 };
  const contrast: StudioAction = { do: 'set', dial: 'contrast', value: 50 };
  expect(factsOf(picture, light)['readable']).toBeLessThan(4.5);
  expect(factsOf(picture, contrast)['readable']).toBeLessThan(4.5);
  expect(factsOf(picture, light, contrast)['readable']).toBeGreaterThan(4.5);
});

test('a smaller picture weighs less by the square, and loses its letters', () => {
  const whole = factsOf(picture)['kilobytes'] as number;
  const half = factsOf(picture, { do: 'set', dial: 'width', value: 2000 })['kilobytes'] as number;
  expect(Math.round(whole / half)).toBe(4);
  expect(factsOf(picture, { do: 'set', dial: 'width', value: 1000 })['legible']).toBe(false);
  expect(factsOf(picture, { do: 'set', dial: 'width', value: 1200 })['legible']).toBe(true);
});

test('what is hidden can be shown again', () => {
  const mask: StudioAction = { do: 'mask', zone: 'face' };
  expect(factsOf(picture, mask)['masked']).toEqual(['face']);
  expect(factsOf(picture, mask, mask)['masked']).toEqual([]);
});

const sound = v.parse(studioStart, {
  title: 'Tape',
  sound: {
    seconds: 20,
    parts: [{ id: 'talk', name: 'Talk', kind: 'voice', from: 5, to: 15 }],
    dials: ['from', 'to'],
    captions: [{ id: 'words', text: 'Words', part: 'talk' }],
  },
});

test('a sound begins before it ends, and a part is heard as far as it is kept', () => {
  const from: StudioAction = { do: 'set', dial: 'from', value: 100 };
  expect(factsOf(sound, from)).toMatchObject({ from: 10, 'talk.heard': 50 });
  expect(factsOf(sound, from, { do: 'set', dial: 'to', value: 100 })['to']).toBe(20);
});

test('a caption is right when it stands with its part for four fifths', () => {
  expect(factsOf(sound)['captions']).toBe(0);
  expect(factsOf(sound, { do: 'cue', caption: 'words', value: 70 })).toMatchObject({
    'words.overlap': 80,
    captions: 1,
  });
});

const poster = v.parse(studioStart, {
  title: 'Poster',
  poster: {
    formats: [
      { id: 'paper', name: 'Paper', ratio: 0.7 },
      { id: 'web', name: 'Web', ratio: 1.6 },
    ],
    layers: [
      { id: 'name', name: 'Name', kind: 'words', x: 10, y: 10, width: 80, height: 10, text: 'Fair' },
      { id: 'photo', name: 'Photo', kind: 'photo', x: 0, y: 0, width: 100, height: 50 },
    ],
  },
});

test('a layer is seen when nothing lies over it, and inside its format', () => {
  expect(factsOf(poster)['paper.name.seen']).toBe(0);
  const raise: StudioAction = { do: 'raise', layer: 'name' };
  expect(factsOf(poster, raise)).toMatchObject({ 'paper.name.seen': 100, order: 'photo name' });
  const away: StudioAction = { do: 'place', layer: 'name', side: 'x', value: 60 };
  expect(factsOf(poster, raise, away)).toMatchObject({ 'paper.name.inside': 50, 'web.name.inside': 100 });
});

test('a start that makes no sense is told', () => {
  expect(studioFaults({ title: 'Nothing' })).toHaveLength(1);
  expect(studioFaults({ ...picture, ...sound })).toHaveLength(1);
  const stray = { ...sound.sound!, captions: [{ id: 'a', text: 'A', part: 'none', at: 0 }] };
  expect(studioFaults({ title: 'Tape', sound: stray })).toHaveLength(1);
});
