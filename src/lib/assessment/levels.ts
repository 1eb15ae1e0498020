import type { Bank } from '#lib/adaptive/bank.ts';
import type { Answer } from '#lib/adaptive/item.ts';
import { levelOf } from '#lib/adaptive/level.ts';
import { situationOf } from '#lib/adaptive/situation.ts';
import { areaEstimate, competenceEstimate } from '#lib/adaptive/posterior.ts';
import type { LevelFact } from '#lib/journal/event.ts';
import { policyFor, type PolicyChoice } from './policy.ts';

/** The levels that an attempt states: of the five areas, or of its one competence. `target` is the area's or competence's id. */
export function measuredLevels(
  attempt: { readonly policy: string; readonly competence: string | null },
  answers: readonly Answer[],
  bank: Bank,
): readonly LevelFact[] {
  const choice: PolicyChoice = {
    policy: attempt.policy === 'competence' ? 'competence' : 'diagnostic',
    competence: attempt.competence,
  };
  const { posterior } = situationOf(bank, policyFor(choice, bank), answers);
  const fact = (target: string, estimate: Parameters<typeof levelOf>[0]): LevelFact => {
    const { level, low, high, certainty } = levelOf(estimate, bank.cuts);
    return { target, level, low, high, certainty };
  };
  if (choice.policy === 'competence' && choice.competence !== null) {
    const index = bank.competences.indexOf(choice.competence);
    return [fact(choice.competence, competenceEstimate(posterior, index))];
  }
  return bank.areas.map((competences, area) => {
    const target = (bank.competences[competences[0] ?? 0] ?? '').split('.')[0] ?? '';
    return fact(target, areaEstimate(posterior, area));
  });
}
