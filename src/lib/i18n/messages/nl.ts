import type { Dictionary } from './fr.ts';
import { about } from './nl/about.ts';
import { common } from './nl/common.ts';
import { data } from './nl/data.ts';
import { evaluate } from './nl/evaluate.ts';
import { learner } from './nl/learner.ts';
import { lessons } from './nl/lessons.ts';
import { player } from './nl/player.ts';
import { practice } from './nl/practice.ts';
import { progress } from './nl/progress.ts';
import { reports } from './nl/reports.ts';

/** The learner's pages in Dutch. */
export const nl: Dictionary = {
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
