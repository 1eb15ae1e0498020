import { plainTeller, textOf } from '../plain-teller.ts';
import type { SingleChoiceParams, SingleChoiceResponse } from './challenge.ts';

/** One option is touched. */
export const teller = plainTeller<SingleChoiceParams, SingleChoiceResponse>(({ choice }, scene) =>
  scene.say.press(textOf(scene.params.options, choice, scene)),
);
