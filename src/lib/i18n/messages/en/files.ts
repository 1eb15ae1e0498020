import type { Dictionary } from '../fr.ts';

export const files: Dictionary['files'] = {};
