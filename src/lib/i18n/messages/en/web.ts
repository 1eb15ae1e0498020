import type { Dictionary } from '../fr.ts';

export const web: Dictionary['web'] = {};
