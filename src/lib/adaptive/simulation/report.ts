import type { Bank } from '#lib/adaptive/bank.ts';
import { profileGoal, type Goal } from '#lib/adaptive/goal.ts';
import type { Policy } from '#lib/adaptive/policy.ts';
import { estimateOf } from '#lib/adaptive/posterior.ts';
import { boundsOf } from '#lib/adaptive/simulation/bound.ts';
import { exposureOf } from '#lib/adaptive/simulation/exposure.ts';
import { escaped, figureOf, type Plot } from '#lib/adaptive/simulation/plot.ts';
import { errorOf, judged, meanOf, type Case, type Statistics } from '#lib/adaptive/simulation/statistics.ts';
import { situationAfter, situationAtStart } from '#lib/adaptive/situation.ts';

/** Attempts that are run again question by question, and learners of the bound: enough for a plot. */
const SAMPLE = 200;
const BANDS = 10;

const style = `:root{color-scheme:light dark;--ink:#1b2430;--paper:#fbf8f3;--line:#d9d2c5;--a:#0b5c63;--b:#b3541e}
@media(prefers-color-scheme:dark){:root{--ink:#f0ece4;--paper:#171c22;--line:#3a424c;--a:#6cc5cc;--b:#f0a36e}}
body{font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:60rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin:0}figure{margin:2rem 0}svg{width:100%;height:auto}
text{fill:var(--ink);font-size:12px}.up{text-anchor:end;dominant-baseline:middle}.across{text-anchor:middle}.end{text-anchor:end}
.grid{stroke:var(--line)}polyline{fill:none;stroke-width:2.5}polyline.s0{stroke:var(--a)}polyline.s1{stroke:var(--b);stroke-dasharray:6 4}
rect.s0{fill:var(--a)}rect.s1{fill:var(--b)}ul{list-style:none;display:flex;flex-wrap:wrap;gap:0 1.5rem;padding:0;margin:0}
li::before{content:"";display:inline-block;width:1.5em;height:.25em;margin-right:.5em;vertical-align:middle;background:var(--a)}
li.s1::before{background:repeating-linear-gradient(90deg,var(--b) 0 6px,transparent 6px 10px)}
table{border-collapse:collapse}td,th{padding:.1rem .75rem;text-align:right;border-bottom:1px solid var(--line)}
th[scope=row]{font-weight:400;text-align:left}.sum th{text-align:left}`;

/** A page on these attempts that needs nothing else: plots of error, information, exposure and length, with tables. */
export function reportOf(
  cases: readonly Case[],
  bank: Bank,
  truth: Bank,
  policy: Policy,
  told: Statistics & { readonly policy: string; readonly seed: string },
): string {
  const plots = [
    errorPlot(cases, policy.goal),
    informationPlot(cases, bank, truth, policy),
    exposurePlot(cases, bank, policy),
    lengthPlot(cases),
  ];
  const { rmse, bound, questions } = told;
  const rows: readonly (readonly [string, string])[] = [
    ['Learners', String(told.learners)],
    ['Questions, mean', questions.mean.toFixed(1)],
    ...(['areas', 'competences', 'global'] as const).map(
      (scale) =>
        [`Error of ${scale} (bound)`, `${rmse[scale].toFixed(3)} (${bound[scale].toFixed(3)})`] as const,
    ),
    ['Stated error', told.statedSE.toFixed(3)],
    ['Cover of the 90 % interval', `${(100 * told.cover90).toFixed(1)} %`],
    [
      'Exact level, within one',
      `${(100 * told.level.exact).toFixed(1)} %, ${(100 * told.level.withinOne).toFixed(1)} %`,
    ],
    ['Greatest exposure', `${(100 * told.maxExposure).toFixed(1)} %`],
  ];
  const sum = rows.map(([name, value]) => `<tr><th scope="row">${name}</th><td>${value}</td></tr>`).join('');
  const title = escaped(`Simulation: ${told.policy}, seed ${told.seed}`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${style}</style></head><body><h1>${title}</h1>
<table class="sum"><tbody>${sum}</tbody></table>
${plots.map(figureOf).join('\n')}
</body></html>
`;
}

function errorPlot(cases: readonly Case[], goal: Goal): Plot {
  const sorted = [...judged(cases, goal)].sort((one, other) => one.truth - other.truth);
  const bands = Array.from({ length: BANDS }, (_, band) =>
    sorted.slice(
      Math.floor((band * sorted.length) / BANDS),
      Math.floor(((band + 1) * sorted.length) / BANDS),
    ),
  ).filter((band) => band.length > 0);
  const centre = (band: typeof sorted): number => meanOf(band, ({ truth }) => truth);
  return {
    title: 'Error against ability',
    says: 'For each tenth of the abilities, how far estimates are from the truth, and on which side.',
    x: 'true ability',
    y: 'error',
    series: [
      {
        name: 'root mean square error',
        kind: 'line',
        points: bands.map((band) => [
          centre(band),
          Math.sqrt(meanOf(band, (one) => errorOf(one) * errorOf(one))),
        ]),
      },
      { name: 'bias', kind: 'line', points: bands.map((band) => [centre(band), meanOf(band, errorOf)]) },
    ],
  };
}

function informationPlot(cases: readonly Case[], bank: Bank, truth: Bank, policy: Policy): Plot {
  const sample = cases.slice(0, SAMPLE);
  const goal = profileGoal(bank);
  const most = sample.reduce((length, { run }) => Math.max(length, run.answers.length), 0);
  const sums = new Array<number>(most + 1).fill(0);
  const counts = new Array<number>(most + 1).fill(0);
  for (const { run } of sample) {
    let situation = situationAtStart(bank, policy);
    for (let count = 0; count <= run.answers.length; count += 1) {
      const variance = meanOf(goal, ({ weights }) => {
        const { sd } = estimateOf(situation.posterior, weights);
        return sd * sd;
      });
      sums[count] = (sums[count] as number) + variance;
      counts[count] = (counts[count] as number) + 1;
      const answer = run.answers[count];
      if (answer !== undefined) situation = situationAfter(situation, answer);
    }
  }
  const thetas = sample.map(({ theta }) => theta);
  const information = sums.map((sum, count) => (counts[count] as number) / sum);
  const bound = information.map((_, count) => 1 / square(boundsOf(truth, thetas, count).competences));
  return {
    title: 'Information against the bound',
    says: 'One over the mean variance of the competences after each question, and the most that any test could reach.',
    x: 'questions',
    y: 'information',
    series: [
      { name: 'reached', kind: 'line', points: information.map((value, count) => [count, value]) },
      { name: 'bound', kind: 'line', points: bound.map((value, count) => [count, value]) },
    ],
  };
}

function exposurePlot(cases: readonly Case[], bank: Bank, { exposureCap }: Policy): Plot {
  const rates = [
    ...exposureOf(
      bank,
      cases.map(({ run }) => run.answers.map(({ item }) => item)),
    ),
  ].sort((one, other) => other - one);
  const cap = exposureCap === undefined ? [] : [exposureCap];
  return {
    title: 'Exposure',
    says: 'The share of people who met each item, the most frequent first.',
    x: 'items',
    y: 'share of people',
    series: [
      { name: 'exposure', kind: 'line', points: rates.map((rate, place) => [place + 1, rate]) },
      ...cap.map((value) => ({
        name: 'cap',
        kind: 'line' as const,
        points: [1, rates.length].map((place) => [place, value] as const),
      })),
    ],
  };
}

function lengthPlot(cases: readonly Case[]): Plot {
  const counts = new Map<number, number>();
  for (const { run } of cases) counts.set(run.answers.length, (counts.get(run.answers.length) ?? 0) + 1);
  return {
    title: 'Length of the test',
    says: 'How many people answered how many questions.',
    x: 'questions',
    y: 'people',
    series: [
      {
        name: 'people',
        kind: 'columns',
        points: [...counts].sort(([one], [other]) => one - other),
      },
    ],
  };
}

function square(value: number): number {
  return value * value;
}
