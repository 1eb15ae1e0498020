import { command } from '../command.ts';
import { progressBar } from '../../src/cli/progress-bar.ts';
import { campaign, everyGate, type Campaign, type FailedRun } from './campaign.ts';
import { findPlanted, type PlantFound } from './planted-campaign.ts';
import { sharedCampaign } from './shared-campaign.ts';

const usage = `Usage: npm run test:simulation -- [--runs N] [--seed S] [--every-gate | --planted] [--json]

One run is one device's forty answers: taken, agreed to and sent by the real code of the device to the real code of the
server, with the faults that its seed draws in the way. Then all faults cease, and what the organisation holds is compared
with what the person saw and agreed to. A run that fails tells its seed and its faults: --seed S --runs 1 makes it again.

  --runs N       how many, from the seed on (100)
  --seed S       the first seed (1)
  --every-gate   instead: one run for each place where the device may be killed, with that one fault
  --planted      instead: looks for each bug of tests/simulation/planted.ts, within so many runs (200)
  --plant NAME   of these, one
  --alone        by this process only; else one process a processor shares the seeds
  --json         one JSON object on standard output
  --help         this text

Exit codes: 0 nothing was lost, doubled, moved or sent without consent; 1 something was, or a
planted bug was not found; 2 wrong usage.
`;

const known = {
  runs: { type: 'string' },
  seed: { type: 'string', default: '1' },
  'every-gate': { type: 'boolean', default: false },
  planted: { type: 'boolean', default: false },
  alone: { type: 'boolean', default: false },
  plant: { type: 'string' },
} as const;

await command(usage, known, async (options) => {
  const isPlanted = options.planted || options.plant !== undefined;
  const [runs, seed] = [Number(options.runs ?? (isPlanted ? 200 : 100)), Number(options.seed)];
  if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) return undefined;
  const bar = progressBar('simulation');
  if (isPlanted)
    return toldOfPlanted(await findPlanted({ runs, seed, name: options.plant }, bar), options.json);
  const begun = performance.now();
  const isAlone = options.alone || runs === 1;
  const done = options['every-gate']
    ? await everyGate(seed, bar)
    : await (isAlone ? campaign : sharedCampaign)({ runs, seed }, bar);
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  for (const failed of done.failed) process.stderr.write(toldOf(failed));
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ ...done, failed: done.failed.map(jsonOf), seconds })}\n`
      : table(done, seconds),
  );
  return done.failed.length === 0 ? 0 : 1;
});

function toldOf({ seed, faults, told }: FailedRun): string {
  return [
    `seed ${seed} failed:`,
    ...faults.map((each) => `  ${each}`),
    '  faults:',
    ...told.map((each) => `    ${each}`),
    '',
  ].join('\n');
}

function jsonOf({ seed, faults, told }: FailedRun): FailedRun {
  return { seed, faults, told };
}

function table(
  { runs, seed, faults, byKind, lost, doubled, reordered, withoutConsent, failed }: Campaign,
  seconds: number,
): string {
  const kinds = Object.entries(byKind).map(([kind, count]) => `  ${kind.padEnd(20)} ${count}`);
  return [
    `${runs} runs from seed ${seed} in ${seconds} s, ${faults} faults:`,
    ...kinds,
    `events lost ${lost}, doubled ${doubled}, reordered ${reordered}, sent without consent ${withoutConsent}`,
    failed.length === 0
      ? 'every run ended as it should'
      : `failing seeds: ${failed.map((each) => each.seed).join(', ')}`,
    '',
  ].join('\n');
}

function toldOfPlanted(found: readonly PlantFound[], isJson: boolean): number {
  const missed = found.filter(({ seed }) => seed === undefined);
  const lines = found.map(
    ({ name, seed, fault }) =>
      `${name.padEnd(52)} ${seed === undefined ? 'NOT FOUND' : `seed ${seed}: ${fault ?? ''}`}`,
  );
  const end = `${found.length - missed.length} of ${found.length} planted bugs found`;
  process.stdout.write(
    isJson ? `${JSON.stringify({ found, missed: missed.length })}\n` : `${[...lines, end].join('\n')}\n`,
  );
  return missed.length === 0 ? 0 : 1;
}
