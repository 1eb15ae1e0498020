import { assert } from '#lib/base/assert.ts';
import type { Bank } from '#lib/adaptive/bank.ts';
import {
  certificationPolicy,
  competencePolicy,
  diagnosticPolicy,
  flashPolicy,
  longDiagnosticPolicy,
  POLICIES,
  practicePolicy,
  profilePolicy,
  type Policy,
  type PolicyName,
} from '#lib/adaptive/policy.ts';

/** Which assessment somebody takes; the competence is for the policy of that name and for practice, the skill for practice. */
export interface PolicyChoice {
  readonly policy: PolicyName;
  readonly competence: string | null;
  readonly skill?: string | undefined;
}

/** The engine's policy for a choice; the competence must be one of the bank's. */
export function policyFor(choice: PolicyChoice, bank: Bank): Policy {
  switch (choice.policy) {
    case 'flash':
      return flashPolicy(bank);
    case 'diagnostic':
      return diagnosticPolicy(bank);
    case 'diagnostic-long':
      return longDiagnosticPolicy(bank);
    case 'profile':
      return profilePolicy(bank);
    case 'certification':
      return certificationPolicy(bank);
    case 'competence':
      return competencePolicy(bank, competenceOf(choice, bank));
    case 'practice': {
      assert(choice.skill !== undefined, 'practice is of a skill');
      return practicePolicy(bank, competenceOf(choice, bank), choice.skill);
    }
  }
}

/** Whether a name is that of a policy of this version. */
export function isPolicy(name: string): name is PolicyName {
  return POLICIES.some((policy) => policy === name);
}

/** The policies of what is done to learn; all others measure. */
const learning: readonly string[] = ['practice'];

/** Whether a name is that of a policy that states levels: a test, not practice. */
export function isMeasure(name: string): name is PolicyName {
  return isPolicy(name) && !learning.includes(name);
}

/** How many days pass between two sittings of the same test: what one has learnt meanwhile is what is measured, and not the questions. */
export const daysBetweenSittings: Readonly<Record<PolicyName, number>> = {
  flash: 4,
  diagnostic: 4,
  'diagnostic-long': 4,
  competence: 4,
  profile: 4,
  certification: 4,
  practice: 0,
};

function competenceOf({ competence }: PolicyChoice, bank: Bank): number {
  const index = bank.competences.indexOf(competence ?? '');
  assert(index >= 0, `a competence of the bank, not ${competence}`);
  return index;
}
