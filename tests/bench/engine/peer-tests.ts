import type { Bank } from '#lib/adaptive/bank.ts';
import { levelAt } from '#lib/adaptive/level.ts';
import { boundsOf } from '#lib/adaptive/simulation/bound.ts';
import { answererOf, type Answerer } from '#lib/adaptive/simulation/run.ts';
import { drawAbilities } from '#lib/adaptive/world.ts';
import { seededRandom, type Random } from '#lib/base/random.ts';
import { percent, type Figure } from './figure.ts';
import { JscatTest, type Jscat } from './jscat.ts';
import { smartRandom } from './smart-random.ts';
import { mean } from './trial.ts';

const QUESTIONS = 10;

/** What the peers make of the same ten questions for five areas, on the same people. */
export function peerTests(
  bank: Bank,
  learners: number,
  jscat: Jscat | undefined,
  say: (line: string) => void,
): readonly Figure[] {
  const all = bank.competences.map((_, index) => index);
  const figures = [
    peer('smart-random, one run over everything', bank, learners, say, (answer, random) => {
      const { theta } = smartRandom(bank, all, QUESTIONS, answer, random);
      return bank.areas.map(() => theta);
    }),
    peer('smart-random, per area', bank, learners, say, (answer, random) =>
      bank.areas.map((members) => {
        const length = QUESTIONS / bank.areas.length;
        return smartRandom(bank, members, length, answer, random).theta;
      }),
    ),
  ];
  if (jscat === undefined) return figures;
  const clowder = peer('jsCAT, one Cat per area', bank, learners, say, (answer) =>
    bank.areas.map((members, area) => {
      const test = new JscatTest(jscat, bank, members, `area ${area}`);
      for (let question = 0; question < QUESTIONS / bank.areas.length; question += 1) test.ask(answer);
      return test.theta;
    }),
  );
  return [...figures, clowder];
}

function peer(
  row: string,
  bank: Bank,
  learners: number,
  say: (line: string) => void,
  estimates: (answer: Answerer, random: Random) => readonly number[],
): Figure {
  say(`peer: ${row}`);
  const thetas = Array.from({ length: learners }, (_, index) =>
    drawAbilities(bank, seededRandom(`short 0:${index}:abilities`)),
  );
  const cases = thetas.flatMap((theta, index) => {
    const answer = answererOf(bank, theta, seededRandom(`short 0:${index}:answers`));
    return estimates(answer, seededRandom(`short 0:${index}:choices`)).map((estimate, area) => {
      const members = bank.areas[area] as readonly number[];
      return { estimate, truth: mean(members, (member) => theta[member] as number) };
    });
  });
  const rmse = Math.sqrt(mean(cases, ({ estimate, truth }) => (estimate - truth) * (estimate - truth)));
  const ratio = rmse / boundsOf(bank, thetas, QUESTIONS).areas;
  const distance = ({ estimate, truth }: (typeof cases)[number]): number =>
    Math.abs(levelAt(estimate, bank.cuts) - levelAt(truth, bank.cuts));
  const exact = mean(cases, (one) => (distance(one) === 0 ? 1 : 0));
  const withinOne = mean(cases, (one) => (distance(one) <= 1 ? 1 : 0));
  return {
    row: `peer: ${row}`,
    measured: `${ratio.toFixed(3)} × the bound (RMSE ${rmse.toFixed(3)}), level ${percent(exact)}, ${percent(withinOne)}`,
    values: { ratio, rmse, exact, withinOne },
    target: '',
  };
}
