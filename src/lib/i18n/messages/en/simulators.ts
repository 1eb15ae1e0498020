import type { Dictionary } from '../fr.ts';

export const simulators: Dictionary['simulators'] = {};
