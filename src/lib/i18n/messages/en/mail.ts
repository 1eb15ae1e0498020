import type { Dictionary } from '../fr.ts';

export const mail: Dictionary['mail'] = {};
