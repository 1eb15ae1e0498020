import { plainTeller, textOf } from '../plain-teller.ts';
import type { TextSelectionParams, TextSelectionResponse } from './challenge.ts';

/** Passages are touched one by one. */
export const teller = plainTeller<TextSelectionParams, TextSelectionResponse>(({ selected }, scene) =>
  scene.say.press(textOf(scene.params.pieces, selected.at(-1), scene)),
);
