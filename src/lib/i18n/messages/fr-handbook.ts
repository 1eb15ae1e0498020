import { accessibility } from './fr/accessibility.ts';
import { guide } from './fr/guide.ts';
import { paper } from './fr/paper.ts';

/** What those who help others read, in French: the guide, paper, the accessibility statement. */
export const frHandbook = { accessibility, guide, paper };

/** What each language must say to those who help others. */
export type Handbook = typeof frHandbook;
