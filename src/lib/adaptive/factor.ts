import { normalNodes } from '#lib/adaptive/normal.ts';
import { log, logistic } from '#lib/base/exp-log.ts';

/** Nodes of the general factor g; narrow enough for g known within 0.25 SD. */
const GENERAL = normalNodes(17, 3.8);

/** Gauss-Hermite quadrature with three nodes: how strongly competences hang together, in SDs of the doubt about it. */
const SCENARIOS = [
  { z: -1.224744871391589, weight: 1 / 3 },
  { z: 0, weight: 1 / 3 },
  { z: 1.224744871391589, weight: 1 / 3 },
];

/** Above this share the conditional density would be narrower than the grid can carry. */
export const GREATEST_RHO = 0.95;

/** The doubt about rho, as the SD of its logit, where nobody has measured it. */
export const USUAL_RHO_DOUBT = 1.5;

/** A value of the general factor together with a belief about how much it explains. */
export interface FactorNode {
  readonly g: number;
  /** Which belief, an index in the rhos of each competence. */
  readonly scenario: number;
  readonly weight: number;
}

/** Every pair of a belief about rho and a node of g, with its prior probability. */
export const FACTOR: readonly FactorNode[] = SCENARIOS.flatMap(({ weight }, scenario) =>
  GENERAL.map((node) => ({ g: node.z, scenario, weight: weight * node.weight })),
);

/** What is usual where somebody measured: the general factor explains six tenths, give or take an SD of one logit. */
const USUAL = { logit: log(0.6 / 0.4), variance: 1 };

/**
 * What a competence's rho would be under each belief. The doubt is the SD of a normal error of its logit, shared by
 * all competences; the more of it, the more the belief leans towards what is usual. A rho of 0 is no belief but a
 * choice, that competences are told apart.
 */
export function rhoScenarios(rho: number, doubt: number): readonly number[] {
  if (rho === 0) return SCENARIOS.map(() => 0);
  const logit = log(rho / (1 - rho));
  const trust = USUAL.variance / (USUAL.variance + doubt * doubt);
  const centre = trust * logit + (1 - trust) * USUAL.logit;
  return SCENARIOS.map(({ z }) => Math.min(GREATEST_RHO, logistic(centre + Math.sqrt(trust) * doubt * z)));
}
