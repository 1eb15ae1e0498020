import type { Dictionary } from '../fr.ts';

export const plain: Dictionary['plain'] = {};
