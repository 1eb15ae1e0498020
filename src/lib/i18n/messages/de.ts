import type { Dictionary } from './fr.ts';
import { about } from './de/about.ts';
import { common } from './de/common.ts';
import { data } from './de/data.ts';
import { evaluate } from './de/evaluate.ts';
import { learner } from './de/learner.ts';
import { lessons } from './de/lessons.ts';
import { player } from './de/player.ts';
import { practice } from './de/practice.ts';
import { progress } from './de/progress.ts';
import { reports } from './de/reports.ts';

/** The learner's pages in German. */
export const de: Dictionary = {
  about,
  common,
  data,
  evaluate,
  learner,
  lessons,
  player,
  practice,
  progress,
  reports,
};
