import type { Bank } from '#lib/adaptive/bank.ts';
import { certificationPolicy, profilePolicy } from '#lib/adaptive/policy.ts';
import { leastLength } from '#lib/adaptive/simulation/bound.ts';
import { selectionOnly } from '#lib/adaptive/simulation/named-policy.ts';
import { drawAbilities } from '#lib/adaptive/world.ts';
import { seededRandom } from '#lib/base/random.ts';
import { percent, type Figure } from './figure.ts';
import { mean, trial } from './trial.ts';

/** Sixteen competences until their mean SD is 0.45, and one test of 32 questions for a global score and a profile. */
export function longTests(
  banks: readonly Bank[],
  learners: number,
  say: (line: string) => void,
): readonly Figure[] {
  const random = seededRandom('bound');
  const bound = mean(banks, (bank) =>
    leastLength(
      bank,
      Array.from({ length: 300 }, () => drawAbilities(bank, random)),
      0.45,
    ),
  );
  const whole = until(banks, learners, say, 'to mean SE 0.45', 46, bound);
  const graded = until(banks.map(withGraded), learners, say, 'to mean SE 0.45, a third graded in 4', 38);
  const trials = banks.map((bank, index) => {
    say(`32 questions, bank ${index + 1}`);
    return trial(bank, bank, selectionOnly(certificationPolicy(bank)), learners, `long ${index}`);
  });
  const global = mean(trials, ({ rmse }) => rmse.global);
  const profile = mean(trials, ({ rmse }) => rmse.competences);
  const bounds = [mean(trials, (one) => one.bound.global), mean(trials, (one) => one.bound.competences)];
  return [
    whole,
    graded,
    {
      row: '32 questions: global / profile RMSE',
      measured: `${global.toFixed(3)} / ${profile.toFixed(3)} (bounds ${bounds.map((one) => one.toFixed(3)).join(' / ')})`,
      values: { global, profile },
      target: '≤ 0.202 / ≤ 0.482',
      isReached: global <= 0.202 && profile <= 0.482,
    },
  ];
}

function until(
  banks: readonly Bank[],
  learners: number,
  say: (line: string) => void,
  row: string,
  most: number,
  bound?: number,
): Figure {
  const trials = banks.map((bank, index) => {
    say(`${row}, bank ${index + 1}`);
    const policy = { ...selectionOnly(profilePolicy(bank)), leastDrop: 0, length: { least: 0, most: 200 } };
    return trial(bank, bank, policy, learners, `until ${index}`);
  });
  const questions = mean(trials, (one) => one.questions.mean);
  const cover = mean(trials, ({ cover90 }) => cover90);
  return {
    row: `16 competences ${row}`,
    measured: `${questions.toFixed(1)} questions, cover ${percent(cover)}${bound === undefined ? '' : ` (bound ${bound.toFixed(1)})`}`,
    values: { questions, cover, ...(bound === undefined ? {} : { bound }) },
    target: `≤ ${most}, cover 88-92 %`,
    isReached: questions <= most && cover >= 0.88 && cover <= 0.92,
  };
}

/** Every third item made a task of three steps, four levels of credit, around its difficulty. */
function withGraded(bank: Bank): Bank {
  return {
    ...bank,
    items: bank.items.map((item, index) => (index % 3 === 0 ? { ...item, steps: [-0.6, 0, 0.6] } : item)),
  };
}
