import { paper } from './fr/paper.ts';

/** What those who help others read, in French: paper. */
export const frHandbook = { paper };

/** What each language must say to those who help others. */
export type Handbook = typeof frHandbook;
