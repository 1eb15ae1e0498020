import type { Dictionary } from '../fr.ts';

export const learner: Dictionary['learner'] = {};
