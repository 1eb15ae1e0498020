import type { Handbook } from './fr-handbook.ts';
import { accessibility } from './de/accessibility.ts';
import { guide } from './de/guide.ts';
import { paper } from './de/paper.ts';

/** What those who help others read, in German. */
export const deHandbook: Handbook = { accessibility, guide, paper };
