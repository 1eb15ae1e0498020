import type { Handbook } from './fr-handbook.ts';
import { paper } from './nl/paper.ts';

/** What those who help others read, in Dutch. */
export const nlHandbook: Handbook = { paper };
