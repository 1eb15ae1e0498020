import { drawBank, drawAbilities, drawAnswer, REFERENCE_WORLD } from '#lib/adaptive/world.ts';
import { nextItem } from '#lib/adaptive/next-item.ts';
import { diagnosticPolicy, competencePolicy } from '#lib/adaptive/policy.ts';
import { situationOf } from '#lib/adaptive/situation.ts';
import { areaEstimate, competenceEstimate } from '#lib/adaptive/posterior.ts';
import { levelOf, levelAt } from '#lib/adaptive/level.ts';
import { seededRandom } from '#lib/base/random.ts';
import { nextFrom } from '#lib/adaptive/next-item.ts';
import { situationAtStart, situationAfter } from '#lib/adaptive/situation.ts';
export function run(label, tweak = (p) => p, N = 300, seed = 'w', per = 40) {
  let inc = 0;
  let se = 0,
    bias = 0,
    n = 0,
    exact = 0,
    within = 0,
    cover = 0,
    sd = 0,
    claimE = 0,
    claimW = 0,
    lvlCover = 0,
    calls = 0,
    ms = 0,
    max = 0;
  const seen = {};
  const bank = drawBank({ ...REFERENCE_WORLD, itemsPerCompetence: per }, seededRandom(seed));
  const policy = tweak(diagnosticPolicy(bank));
  const random = seededRandom(seed + '/learners');
  for (let l = 0; l < N; l++) {
    const th = drawAbilities(bank, random);
    const answers = [];
    let sit = situationAtStart(bank, policy);
    for (;;) {
      const t = performance.now();
      const next = nextItem(bank, policy, answers, random);
      ms += performance.now() - t;
      calls++;
      {
        const t2 = performance.now();
        if (answers.length) sit = situationAfter(sit, answers.at(-1));
        nextFrom(sit, () => 0.5);
        inc += performance.now() - t2;
      }
      if ('stop' in next) break;
      seen[next.item.id] = (seen[next.item.id] ?? 0) + 1;
      answers.push(drawAnswer(next.item, th, random));
    }
    const s = situationOf(bank, policy, answers);
    bank.areas.forEach((m, i) => {
      const truth = m.reduce((x, k) => x + th[k], 0) / m.length;
      const e = areaEstimate(s.posterior, i);
      const L = levelOf(e, bank.cuts);
      const t = levelAt(truth, bank.cuts);
      n++;
      se += (e.mean - truth) ** 2;
      bias += e.mean - truth;
      sd += e.sd;
      exact += L.level === t;
      within += Math.abs(L.level - t) <= 1;
      cover += Math.abs(e.mean - truth) < 1.645 * e.sd;
      claimE += L.certainty;
      claimW += L.withinOne;
      lvlCover += t >= L.low && t <= L.high;
    });
  }
  for (const k in seen) max = Math.max(max, seen[k] / N);
  console.log(
    label,
    'rmse',
    Math.sqrt(se / n).toFixed(4),
    'bias',
    (bias / n).toFixed(3),
    'sd',
    (sd / n).toFixed(3),
    'exact',
    (exact / n).toFixed(3),
    'claimed',
    (claimE / n).toFixed(3),
    'w1',
    (within / n).toFixed(3),
    (claimW / n).toFixed(3),
    'cover',
    (cover / n).toFixed(3),
    (lvlCover / n).toFixed(3),
    'ms',
    (ms / calls).toFixed(3),
    'inc',
    (inc / calls).toFixed(3),
    'maxExp',
    max.toFixed(2),
    'used',
    Object.keys(seen).length,
  );
}
