import type { Handbook } from './fr-handbook.ts';
import { accessibility } from './en/accessibility.ts';
import { guide } from './en/guide.ts';
import { paper } from './en/paper.ts';

/** What those who help others read, in English. */
export const enHandbook: Handbook = { accessibility, guide, paper };
