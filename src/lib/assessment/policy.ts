import { assert } from '#lib/base/assert.ts';
import type { Bank } from '#lib/adaptive/bank.ts';
import { competencePolicy, diagnosticPolicy, type Policy, type PolicyName } from '#lib/adaptive/policy.ts';

/** Which assessment somebody takes; the competence is only for the policy of that name. */
export interface PolicyChoice {
  readonly policy: PolicyName;
  readonly competence: string | null;
}

/** The engine's policy for a choice; the competence must be one of the bank's. */
export function policyFor(choice: PolicyChoice, bank: Bank): Policy {
  if (choice.policy === 'diagnostic') return diagnosticPolicy(bank);
  const competence = bank.competences.indexOf(choice.competence ?? '');
  assert(competence >= 0, `a competence of the bank, not ${choice.competence}`);
  return competencePolicy(bank, competence);
}

/** Whether a name is that of a policy of this version. */
export function isPolicy(name: string): name is PolicyName {
  return name === 'diagnostic' || name === 'competence';
}
