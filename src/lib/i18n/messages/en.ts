import type { Dictionary } from './fr.ts';
import { about } from './en/about.ts';
import { common } from './en/common.ts';
import { data } from './en/data.ts';
import { evaluate } from './en/evaluate.ts';
import { learner } from './en/learner.ts';
import { lessons } from './en/lessons.ts';
import { player } from './en/player.ts';
import { practice } from './en/practice.ts';
import { progress } from './en/progress.ts';
import { reports } from './en/reports.ts';

/** The learner's pages in English. */
export const en: Dictionary = {
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
