import type { Handbook } from './fr-handbook.ts';
import { paper } from './en/paper.ts';

/** What those who help others read, in English. */
export const enHandbook: Handbook = { paper };
