import type { Bank } from '#lib/adaptive/bank.ts';
import { diagnosticPolicy, type Policy } from '#lib/adaptive/policy.ts';
import { exposurePrices } from '#lib/adaptive/simulation/exposure.ts';
import { capped, selectionOnly } from '#lib/adaptive/simulation/named-policy.ts';
import { percent, type Figure } from './figure.ts';
import { mean, trial } from './trial.ts';

const CAP = 0.25;

/** Ten questions for five areas: selection alone, with a cap on exposure, and with every rule. */
export function shortTests(
  banks: readonly Bank[],
  learners: number,
  say: (line: string) => void,
): readonly Figure[] {
  const variants: readonly [string, (bank: Bank) => Policy, number][] = [
    ['10 questions: selection only', (bank) => selectionOnly(diagnosticPolicy(bank)), 1.075],
    ['10 questions: exposure ≤ 25 %', (bank) => capped(selectionOnly(diagnosticPolicy(bank)), CAP), 1.11],
    ['10 questions: exposure, comfort, content', (bank) => capped(diagnosticPolicy(bank), CAP), 1.15],
  ];
  return variants.flatMap(([row, policyFor, most], variant) => {
    const trials = banks.map((bank, index) => {
      say(`${row}, bank ${index + 1} of ${banks.length}`);
      const policy = policyFor(bank);
      const prices =
        policy.exposureCap === undefined ? undefined : exposurePrices(bank, policy, `prices ${index}`);
      const whole = prices === undefined ? policy : { ...policy, prices };
      return trial(bank, bank, whole, learners, `short ${index}`);
    });
    const ratio = mean(trials, ({ rmse, bound }) => rmse.areas / bound.areas);
    const rmse = mean(trials, (one) => one.rmse.areas);
    const exposure = Math.max(...trials.map(({ maxExposure }) => maxExposure));
    const cover = mean(trials, ({ cover90 }) => cover90);
    const exact = mean(trials, ({ level }) => level.exact);
    const withinOne = mean(trials, ({ level }) => level.withinOne);
    const isCapped = variant > 0;
    const figure: Figure = {
      row,
      measured: `${ratio.toFixed(3)} × the bound (RMSE ${rmse.toFixed(4)}), cover ${percent(cover)}, greatest exposure ${percent(exposure)}`,
      values: { ratio, rmse, cover, exposure },
      target: isCapped ? `≤ ${most}, exposure ≤ 25 %` : `≤ ${most}`,
      isReached: ratio <= most && (!isCapped || exposure <= CAP),
    };
    const levels: Figure = {
      row: '10 questions: exact level, within one',
      measured: `${percent(exact)}, ${percent(withinOne)}`,
      values: { exact, withinOne },
      target: '≥ 50 %, ≥ 95 %',
      isReached: exact >= 0.5 && withinOne >= 0.95,
    };
    return isCapped ? [figure] : [figure, levels];
  });
}
