import { assert } from '#lib/base/assert.ts';
import type { Bank } from '#lib/adaptive/bank.ts';
import {
  certificationPolicy,
  competencePolicy,
  diagnosticPolicy,
  flashPolicy,
  longDiagnosticPolicy,
  paperPolicy,
  POLICIES,
  practicePolicy,
  profilePolicy,
  reviewPolicy,
  type Policy,
  type PolicyName,
} from '#lib/adaptive/policy.ts';
import { isTest } from './profile.ts';

/** Which assessment somebody takes; the competence is for the policy of that name, for practice and for reviews, the skill for these two, the form for paper. */
export interface PolicyChoice {
  readonly policy: PolicyName;
  readonly competence: string | null;
  readonly skill?: string | undefined;
  /** The items of a printed form, in their order. */
  readonly form?: readonly string[] | undefined;
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
    case 'paper':
      return paperPolicy(bank, choice.form ?? []);
    case 'competence':
      return competencePolicy(bank, competenceOf(choice, bank));
    case 'practice':
      return practicePolicy(bank, competenceOf(choice, bank), skillOf(choice));
    case 'review':
      return reviewPolicy(bank, competenceOf(choice, bank), skillOf(choice));
  }
}

/** Whether a name is that of a policy of this version. */
export function isPolicy(name: string): name is PolicyName {
  return POLICIES.some((policy) => policy === name);
}

/** Whether a name is that of a policy of this version that states levels: a test, neither practice nor a review. */
export function isMeasure(name: string): name is PolicyName {
  return isPolicy(name) && isTest(name);
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
  review: 0,
  paper: 4,
};

function skillOf({ policy, skill }: PolicyChoice): string {
  assert(skill !== undefined, `${policy} is of a skill`);
  return skill;
}

function competenceOf({ competence }: PolicyChoice, bank: Bank): number {
  const index = bank.competences.indexOf(competence ?? '');
  assert(index >= 0, `a competence of the bank, not ${competence}`);
  return index;
}
