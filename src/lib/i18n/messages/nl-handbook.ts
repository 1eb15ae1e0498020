import type { Handbook } from './fr-handbook.ts';
import { accessibility } from './nl/accessibility.ts';
import { guide } from './nl/guide.ts';
import { paper } from './nl/paper.ts';

/** What those who help others read, in Dutch. */
export const nlHandbook: Handbook = { accessibility, guide, paper };
