import { about } from './fr/about.ts';
import { common } from './fr/common.ts';
import { data } from './fr/data.ts';
import { evaluate } from './fr/evaluate.ts';
import { learner } from './fr/learner.ts';
import { lessons } from './fr/lessons.ts';
import { player } from './fr/player.ts';
import { practice } from './fr/practice.ts';
import { progress } from './fr/progress.ts';
import { reports } from './fr/reports.ts';

/** The learner's pages in French, the language that all others are checked against. */
export const fr = { about, common, data, evaluate, learner, lessons, player, practice, progress, reports };

/** What each language must say on the learner's pages. */
export type Dictionary = typeof fr;
