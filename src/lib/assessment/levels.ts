import { assert } from '#lib/base/assert.ts';
import type { Bank } from '#lib/adaptive/bank.ts';
import type { Answer } from '#lib/adaptive/item.ts';
import { levelOf } from '#lib/adaptive/level.ts';
import { situationOf } from '#lib/adaptive/situation.ts';
import { areaEstimate, competenceEstimate, type Estimate } from '#lib/adaptive/posterior.ts';
import type { LevelFact } from '#lib/journal/event.ts';
import { isPolicy, policyFor } from './policy.ts';

/**
 * The levels that an attempt states, by the id of what they are of: its one competence, each of the sixteen for a
 * profile or a certification, else the five areas.
 */
export function measuredLevels(
  attempt: {
    readonly policy: string;
    readonly competence: string | null;
    readonly skill?: string | undefined;
  },
  answers: readonly Answer[],
  bank: Bank,
): readonly LevelFact[] {
  const { policy, competence, skill } = attempt;
  assert(isPolicy(policy), `a known policy, not ${policy}`);
  const { posterior } = situationOf(bank, policyFor({ policy, competence, skill }, bank), answers);
  const fact = (target: string, estimate: Estimate): LevelFact => {
    const { level, low, high, certainty } = levelOf(estimate, bank.cuts);
    return { target, level, low, high, certainty };
  };
  const ofCompetence = (id: string): LevelFact =>
    fact(id, competenceEstimate(posterior, bank.competences.indexOf(id)));
  switch (policy) {
    case 'review':
      return [];
    case 'competence':
    case 'practice':
      return competence === null ? [] : [ofCompetence(competence)];
    case 'profile':
    case 'certification':
      return bank.competences.map(ofCompetence);
    case 'flash':
    case 'diagnostic':
    case 'diagnostic-long':
    case 'paper':
      return bank.areas.map((competences, area) => {
        const target = (bank.competences[competences[0] ?? 0] ?? '').split('.')[0] ?? '';
        return fact(target, areaEstimate(posterior, area));
      });
  }
}
