import type { Bank } from '#lib/adaptive/bank.ts';
import {
  certificationPolicy,
  competencePolicy,
  diagnosticPolicy,
  flashPolicy,
  longDiagnosticPolicy,
  NO_COMFORT,
  practicePolicy,
  profilePolicy,
  SPREAD,
  type Policy,
} from '#lib/adaptive/policy.ts';

/** The names that a command takes for policies. */
export const POLICY_NAMES =
  'flash, diagnostic, diagnostic-long, competence:ID, profile, certification, practice:ID:SKILL';

/** The policy of a name such as `diagnostic` or `competence:1.1`; undefined when the bank or the engine has none such. */
export function namedPolicy(name: string, bank: Bank): Policy | undefined {
  const [kind, id = '', ...skill] = name.split(':');
  const competence = bank.competences.indexOf(id);
  switch (kind) {
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
      return competence < 0 ? undefined : competencePolicy(bank, competence);
    case 'practice':
      return competence < 0 ? undefined : practicePolicy(bank, competence, skill.join(':'));
    default:
      return undefined;
  }
}

/** The same policy without its rules for comfort and content, and without turns among near-ties: selection alone. */
export function selectionOnly(policy: Policy): Policy {
  const { perArea: _area, perCompetence: _competence, exposureCap: _cap, prices: _prices, ...rest } = policy;
  return { ...rest, comfort: NO_COMFORT, nearTie: 0 };
}

/** The same policy with a cap on exposure, whose prices are still to be computed. */
export function capped(policy: Policy, exposureCap: number): Policy {
  const { prices: _prices, ...rest } = policy;
  return { ...rest, exposureCap, nearTie: Math.max(policy.nearTie, SPREAD) };
}
