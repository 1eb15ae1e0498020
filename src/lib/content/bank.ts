import type { Bank } from '#lib/adaptive/bank.ts';
import { USUAL_RHO_DOUBT } from '#lib/adaptive/factor.ts';
import type { Item } from '#lib/adaptive/item.ts';
import { log } from '#lib/base/exp-log.ts';
import type { KindName } from '#lib/challenges/challenge.ts';
import { competencesOf, type Framework } from '#lib/framework/framework.ts';
import type { ItemEntry } from './manifest.ts';

/** Level n starts at cut n - 1, on the scale of ability (mean 0, SD 1 in the reference public). */
export const levelCuts: readonly number[] = [-1.8, -1.2, -0.6, 0, 0.6, 1.2, 1.8, 2.4];
const levelWidth = 0.6;

/**
 * What an author means by a level: somebody in the middle of it manages the task about two times in three. This is
 * the response probability of the bookmark method (Mitzel, Lewis, Patz and Green, 2001: 2/3, guessing set aside).
 */
const successAtLevel = 0.65;
const logitAtLevel = log(successAtLevel / (1 - successAtLevel));

/** Doubt before calibration: an author is off by one level, and slopes differ by about a third. */
const doubt = { a: 0.3, b: levelWidth };

/** Shared part of the competences until it is measured: to believe too much of it costs more than too little. */
const rhoAtFirst = 0.5;

/** Between two steps of one task, in units of ability. */
const stepSpacing = 0.5;

/** Slopes by kind: what is done tells more than what is chosen, where luck and test-craft blur the answer. */
const slopes: Readonly<Record<KindName, number>> = {
  'single-choice': 1,
  'multiple-choice': 1,
  'short-text': 1.2,
  number: 1.2,
  ordering: 1.1,
  matching: 1.1,
  'several-fields': 1.2,
  'text-selection': 1.1,
  hotspot: 1.1,
  calendar: 1.3,
  spreadsheet: 1.3,
  chat: 1.3,
  store: 1.3,
  print: 1.3,
  counter: 1.3,
  workshop: 1.3,
  blocks: 1.3,
  social: 1.3,
  map: 1.3,
  document: 1.3,
  studio: 1.3,
  files: 1.3,
  mail: 1.3,
  web: 1.3,
  phone: 1.3,
};

/** The bank of items that the engine works on; an item whose competence the framework lacks is left out. */
export function bankOf(entries: readonly ItemEntry[], framework: Framework): Bank {
  const competences = competencesOf(framework).map(({ id }) => id);
  const areas = framework.areas.map((area) => area.competences.map(({ id }) => competences.indexOf(id)));
  const items = entries.flatMap((entry): Item[] => {
    const competence = competences.indexOf(entry.competence);
    return competence < 0 ? [] : [itemOf(entry, competence)];
  });
  const rho = competences.map(() => rhoAtFirst);
  return { competences, areas, rho, rhoDoubt: USUAL_RHO_DOUBT, cuts: levelCuts, items };
}

function itemOf(entry: ItemEntry, competence: number): Item {
  // The steps of one task hang together, so n of them tell less than n tasks: each slope is less by the root of n.
  const a = slopes[entry.kind] / Math.sqrt(entry.steps);
  const item: Item = {
    id: entry.id,
    competence,
    a,
    b: middleOf(entry.level) - logitAtLevel / a,
    c: entry.steps > 1 ? 0 : entry.guessing,
    sd: doubt,
    skill: entry.skill,
    level: entry.level,
    timed: entry.timed,
    enemies: entry.enemies,
  };
  return entry.steps > 1 ? { ...item, steps: stepsAround(entry.steps) } : item;
}

/** The middle of a level's band; the last one has no upper end and is taken as wide as the others. */
function middleOf(level: number): number {
  return (levelCuts[level - 1] as number) + levelWidth / 2;
}

/** Steps evenly around the item's difficulty, easiest first. */
function stepsAround(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => (index - (count - 1) / 2) * stepSpacing);
}
