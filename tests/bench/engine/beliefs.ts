import type { Bank } from '#lib/adaptive/bank.ts';
import { USUAL_RHO_DOUBT } from '#lib/adaptive/factor.ts';
import { drawNormal } from '#lib/adaptive/normal.ts';
import { certificationPolicy } from '#lib/adaptive/policy.ts';
import { boundsOf } from '#lib/adaptive/simulation/bound.ts';
import { selectionOnly } from '#lib/adaptive/simulation/named-policy.ts';
import { drawAbilities } from '#lib/adaptive/world.ts';
import { exp, log } from '#lib/base/exp-log.ts';
import { seededRandom } from '#lib/base/random.ts';
import { percent, type Figure } from './figure.ts';
import { mean, trial } from './trial.ts';

/** How many a certification asks. */
const QUESTIONS = 32;
/** How far authors are off, in SDs of difficulty: one level. */
const AUTHOR_ERROR = 0.6;
/** The SD of log slopes, which authors say nothing of, and of difficulties in the reference world. */
const SLOPE_DOUBT = 0.3;
const REFERENCE_SPREAD = 1.2;

/** What an engine that was told so believes; it doubts rho as it does where nobody measured it. */
function believed(bank: Bank, change: Partial<Bank>): Bank {
  return { ...bank, rhoDoubt: USUAL_RHO_DOUBT, ...change };
}

/** The bank with rho thought to be that. */
function thinking(rho: number): (bank: Bank) => Bank {
  return (bank) => believed(bank, { rho: bank.rho.map(() => rho) });
}

/** The bank as estimated out of answers, with that SD on log a and on b. */
function estimated(sd: number): (bank: Bank, index: number) => Bank {
  return (bank, index) => {
    const random = seededRandom(`estimates ${index} ${sd}`);
    const items = bank.items.map((item) => ({
      ...item,
      a: exp(log(item.a) + sd * drawNormal(random)),
      b: item.b + sd * drawNormal(random),
      sd: { a: sd, b: sd },
    }));
    return believed(bank, { items });
  };
}

/** The bank as its authors see it: off by one level, one slope for all, and both doubted. */
export function authored(bank: Bank, index: number): Bank {
  const random = seededRandom(`authors ${index}`);
  const items = bank.items.map((item) => ({
    ...item,
    a: exp(0.3),
    b: item.b + AUTHOR_ERROR * drawNormal(random),
    sd: { a: SLOPE_DOUBT, b: AUTHOR_ERROR },
  }));
  return believed(bank, { items });
}

/**
 * The bound on the error of whoever knows no more of the items than their authors' word, and how far authors err: what is true
 * of an item is then in doubt, and nearer to the mean of all than they say.
 */
function boundByAuthors(bank: Bank, index: number): number {
  const spread = REFERENCE_SPREAD * REFERENCE_SPREAD;
  const share = spread / (spread + AUTHOR_ERROR * AUTHOR_ERROR);
  const items = authored(bank, index).items.map((item) => ({
    ...item,
    b: share * item.b,
    sd: { a: SLOPE_DOUBT, b: AUTHOR_ERROR * Math.sqrt(share) },
  }));
  const random = seededRandom(`bound by authors ${index}`);
  const abilities = Array.from({ length: 300 }, () => drawAbilities(bank, random));
  return boundsOf({ ...bank, items }, abilities, QUESTIONS).competences;
}

/** Whether stated errors are honest, whatever the engine was told: sixteen competences, 32 questions. */
export function beliefs(
  banks: readonly Bank[],
  learners: number,
  say: (line: string) => void,
): readonly Figure[] {
  const rows: readonly [string, (bank: Bank, index: number) => Bank][] = [
    ['true parameters', (bank) => believed(bank, {})],
    ['rho thought 0.5', thinking(0.5)],
    ['rho thought 0.85', thinking(0.85)],
    ['rho thought 0', thinking(0)],
    ['~1000 answers an item', estimated(0.1)],
    ['~200 answers an item', estimated(0.25)],
    ['authors off by one level', authored],
  ];
  return rows.map(([row, told]) => {
    say(`belief: ${row}`);
    const trials = banks.map((bank, index) => {
      const bent = told(bank, index);
      return trial(bent, bank, selectionOnly(certificationPolicy(bent)), learners, `belief ${index}`);
    });
    const rmse = mean(trials, (one) => one.rmse.competences);
    const stated = mean(trials, ({ statedSE }) => statedSE);
    const cover = mean(trials, ({ cover90 }) => cover90);
    const isAuthors = told === authored;
    const bounds = isAuthors ? banks.map(boundByAuthors) : trials.map((one) => one.bound.competences);
    const bound = mean(bounds, (one) => one);
    return {
      row: `belief: ${row}`,
      measured: `cover ${percent(cover)}, RMSE ${rmse.toFixed(3)}, stated ${stated.toFixed(3)}, bound ${bound.toFixed(3)}`,
      values: { cover, rmse, stated, bound },
      target: `cover 88-93 %${isAuthors ? ', RMSE ≤ 0.55' : ''}`,
      isReached: cover >= 0.88 && cover <= 0.93 && (!isAuthors || rmse <= 0.55),
    };
  });
}
