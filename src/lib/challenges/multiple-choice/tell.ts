import { plainTeller, textOf } from '../plain-teller.ts';
import type { MultipleChoiceParams, MultipleChoiceResponse } from './challenge.ts';

/** Options are ticked one by one. */
export const teller = plainTeller<MultipleChoiceParams, MultipleChoiceResponse>(({ choices }, scene) =>
  scene.say.tick(textOf(scene.params.options, choices.at(-1), scene)),
);
