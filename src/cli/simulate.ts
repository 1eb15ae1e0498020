import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { bankFromText } from '#lib/adaptive/bank-file.ts';
import type { Bank } from '#lib/adaptive/bank.ts';
import type { FileFault } from '#lib/adaptive/json-file.ts';
import type { Policy } from '#lib/adaptive/policy.ts';
import { exposurePrices } from '#lib/adaptive/simulation/exposure.ts';
import { learnersFromText, type Learner } from '#lib/adaptive/simulation/learners-file.ts';
import { capped, namedPolicy, POLICY_NAMES, selectionOnly } from '#lib/adaptive/simulation/named-policy.ts';
import { reportOf } from '#lib/adaptive/simulation/report.ts';
import { answererOf, runAttempt } from '#lib/adaptive/simulation/run.ts';
import { statisticsOf, type Case, type Statistics } from '#lib/adaptive/simulation/statistics.ts';
import { drawAbilities } from '#lib/adaptive/world.ts';
import { seededRandom } from '#lib/base/random.ts';
import { progressBar } from './progress-bar.ts';

const usage = `Usage: simulate --bank FILE --learners FILE|N --policy NAME --seed SEED [options]

Runs whole attempts of made-up learners, and tells how far the estimates are from the truth, how honest the stated
errors are, how long the tests, how often each item is met, and the bound that no test can beat.

  --bank FILE        what the engine believes of the items
  --learners FILE|N  abilities as [{"id", "theta": [one a competence]}], or how many to draw from the bank
  --policy NAME      ${POLICY_NAMES}
  --seed SEED        any text; the same gives the same numbers on any machine
  --true-bank FILE   what is true of the items, when it is not what the engine believes
  --selection-only   without the rules for comfort and content
  --exposure-cap X   no item to meet more than this share of people
  --report FILE      writes a page with plots
  --json             one JSON object on standard output
  --help             this text

Exit codes: 0 done, 2 wrong usage, or a file that cannot be used; then nothing is written.
`;

/** What the command cannot work with: sentences for the person who called it. */
class Unusable extends Error {}

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const options = {
    bank: text,
    learners: text,
    policy: text,
    seed: text,
    'true-bank': text,
    'exposure-cap': text,
    report: text,
    'selection-only': flag,
    json: flag,
    help: flag,
  };
  let values;
  try {
    ({ values } = parseArgs({ args, options }));
  } catch (error) {
    return misused((error as Error).message);
  }
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const { bank: bankFile, learners: learnersFile, policy: name, seed } = values;
  if (bankFile === undefined || learnersFile === undefined || name === undefined || seed === undefined) {
    return misused('--bank, --learners, --policy and --seed are needed');
  }
  try {
    const bank = await bankIn(bankFile);
    const truth = values['true-bank'] === undefined ? bank : await bankIn(values['true-bank']);
    if (truth.competences.join() !== bank.competences.join())
      return misused('--bank and --true-bank have other competences');
    const learners = await learnersIn(learnersFile, truth, seed);
    const named = namedPolicy(name, bank);
    if (named === undefined) return misused(`no policy "${name}" for this bank; there are ${POLICY_NAMES}`);
    const cap = values['exposure-cap'];
    if (cap !== undefined && !(Number(cap) > 0 && Number(cap) <= 1))
      return misused('--exposure-cap takes a share from 0 to 1');
    const plain = values['selection-only'] ? selectionOnly(named) : named;
    const policy = priced(bank, cap === undefined ? plain : capped(plain, Number(cap)), seed);
    const start = performance.now();
    const cases = simulated(bank, truth, policy, learners, seed);
    const seconds = (performance.now() - start) / 1000;
    const statistics = rounded({ policy: name, seed, ...statisticsOf(cases, bank, truth, policy) });
    if (values.report !== undefined) {
      await writeFile(values.report, reportOf(cases, bank, truth, policy, statistics));
      process.stderr.write(`[simulate] ${values.report}\n`);
    }
    process.stderr.write(`[simulate] ${learners.length} attempts in ${seconds.toFixed(1)} s\n`);
    process.stdout.write(values.json ? `${JSON.stringify(statistics)}\n` : table(statistics));
    return 0;
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    process.stderr.write(error.message);
    return 2;
  }
}

/** The policy with the prices that its cap asks for, computed now when the bank brings none. */
function priced(bank: Bank, policy: Policy, seed: string): Policy {
  if (policy.exposureCap === undefined || policy.prices !== undefined) return policy;
  const bar = progressBar('prices');
  return { ...policy, prices: exposurePrices(bank, policy, seed, bar) };
}

function simulated(
  bank: Bank,
  truth: Bank,
  policy: Policy,
  learners: readonly Learner[],
  seed: string,
): readonly Case[] {
  const bar = progressBar('attempts');
  return learners.map(({ id, theta }, index) => {
    const answer = answererOf(truth, theta, seededRandom(`${seed}:${id}:answers`));
    const run = runAttempt(bank, policy, answer, seededRandom(`${seed}:${id}:choices`));
    bar((index + 1) / learners.length);
    return { theta, run };
  });
}

async function bankIn(path: string): Promise<Bank> {
  const read = bankFromText(await textIn(path));
  if (!read.ok) throw new Unusable(linesOf(path, read.faults));
  return read.bank;
}

async function learnersIn(given: string, truth: Bank, seed: string): Promise<readonly Learner[]> {
  if (/^\d+$/.test(given)) {
    const count = Number(given);
    if (count === 0) throw new Unusable('simulate: --learners takes at least one\n');
    return Array.from({ length: count }, (_, index) => ({
      id: String(index + 1),
      theta: drawAbilities(truth, seededRandom(`${seed}:${index + 1}:abilities`)),
    }));
  }
  const read = learnersFromText(await textIn(given), truth.competences.length);
  if (!read.ok) throw new Unusable(linesOf(given, read.faults));
  return read.learners;
}

async function textIn(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new Unusable(`${path}: ${(error as Error).message} → Give the path of a file that can be read.\n`, {
      cause: error,
    });
  }
}

function linesOf(path: string, faults: readonly FileFault[]): string {
  return faults.map(({ line, message, mend }) => `${path}:${line}: ${message} → ${mend}\n`).join('');
}

type Told = { readonly policy: string; readonly seed: string } & Statistics;

/** Six decimals: more would be noise, and a reader compares by eye. */
function rounded(told: Told): Told {
  return JSON.parse(
    JSON.stringify(told, (_, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value,
    ),
  ) as Told;
}

function table(told: Told): string {
  const { questions, rmse, bound, level } = told;
  const rows = [
    ['policy', told.policy],
    ['learners', told.learners],
    ['questions (mean, p10, p90)', `${questions.mean.toFixed(2)}, ${questions.p10}, ${questions.p90}`],
    ...(['areas', 'competences', 'global'] as const).map((scale) => [
      `RMSE ${scale} (bound, ratio)`,
      `${rmse[scale].toFixed(4)} (${bound[scale].toFixed(4)}, ${(rmse[scale] / bound[scale]).toFixed(3)})`,
    ]),
    ['bias', told.bias.toFixed(4)],
    ['stated error', told.statedSE.toFixed(4)],
    ['cover of the 90 % interval', `${(100 * told.cover90).toFixed(1)} %`],
    [
      'level exact, within one',
      `${(100 * level.exact).toFixed(1)} %, ${(100 * level.withinOne).toFixed(1)} %`,
    ],
    ['greatest exposure', `${(100 * told.maxExposure).toFixed(1)} %`],
    ['bank used', `${(100 * told.bankUsed).toFixed(1)} %`],
  ];
  return rows.map(([label, value]) => `${String(label).padEnd(30)} ${value}\n`).join('');
}

function misused(message: string): number {
  process.stderr.write(`simulate: ${message}\n\n${usage}`);
  return 2;
}
