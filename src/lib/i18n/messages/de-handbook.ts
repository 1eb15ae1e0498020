import type { Handbook } from './fr-handbook.ts';
import { paper } from './de/paper.ts';

/** What those who help others read, in German. */
export const deHandbook: Handbook = { paper };
