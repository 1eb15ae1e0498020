import type { Dictionary } from '../fr.ts';

export const phone: Dictionary['phone'] = {};
