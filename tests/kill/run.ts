import { availableParallelism } from 'node:os';
import { command } from '../command.ts';
import { progressBar } from '../../src/cli/progress-bar.ts';
import { runsOf, together, type KillCampaign, type KillRun } from './campaign.ts';
import { browserRun } from './browser-kills.ts';
import { databaseRun } from './database-kills.ts';
import { InstalledDevice } from './installed-device.ts';
import { KilledServer } from './killed-server.ts';

const usage = `Usage: test:kill [--target sqlite|postgres|browser] [--kills N] [--seed S] [--json]

Kills real processes with -9, at moments that the seed draws, starts them again, and compares what is kept with what was
told as kept. A run of ten kills that fails, or in which nothing was told, tells its seed. It needs what npm run build made.

  --target T  sqlite (the default): parcels of made-up devices go to the real server, which is killed; every event that
              was receipted must be in the database once, in order
              postgres: half of the time PostgreSQL is killed too, or it alone
              browser: somebody answers fast in a real Chromium, all of which is killed; every screen that followed an
              answer must follow from the journal, and the test go on from there
  --kills N   how many kills (30); ten are one seed's
  --seed S    the first seed (1)
  --json      one JSON object on standard output

Exit codes: 0 nothing was lost or doubled, 1 something was, 2 wrong usage.
`;

const known = {
  target: { type: 'string', default: 'sqlite' },
  kills: { type: 'string', default: '30' },
  seed: { type: 'string', default: '1' },
} as const;

const targets = ['sqlite', 'postgres', 'browser'] as const;
type Target = (typeof targets)[number];
type Given = { readonly seed: number; readonly kills: number };
type Run = KillRun & { readonly seed: number };

await command(usage, known, async (given) => {
  const { target, json } = given;
  const [kills, seed] = [Number(given.kills), Number(given.seed)];
  if (!isTarget(target)) return undefined;
  if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) return undefined;
  const begun = performance.now();
  const bar = progressBar(target);
  let done = 0;
  const runs = await campaignOf(target, runsOf(kills, seed), () => bar((done += 1) / kills));
  const campaign = together(runs, seed);
  const seconds = Math.round((performance.now() - begun) / 1000);
  process.stdout.write(
    json ? `${JSON.stringify({ target, ...campaign, seconds })}\n` : sentence(target, campaign, seconds),
  );
  return campaign.failed.length === 0 ? 0 : 1;
});

/** All runs; each processor takes the next one when it has ended one. */
async function campaignOf(
  target: Target,
  given: readonly Given[],
  told: () => void,
): Promise<readonly Run[]> {
  const runs: Run[] = [];
  const waiting = given.values();
  const work = async (): Promise<void> => {
    const killed = await victimOf(target);
    try {
      for (const each of waiting) {
        const run = { ...(await killed.run(each, told)), seed: each.seed };
        runs.push(run);
        tellRun(run);
      }
    } finally {
      await killed.remove();
    }
  };
  const lanes = Math.min(availableParallelism(), given.length);
  // One that fails does not leave the others' servers behind.
  const ends = await Promise.allSettled(Array.from({ length: lanes }, work));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return runs;
}

/** Faults as they come; where nobody watches a bar, each run, so that a campaign that is stopped was not in vain. */
function tellRun(run: Run): void {
  const { seed, kills, told, cut, unheard, lost, doubled } = run;
  const failed = together([run], seed).failed.flatMap(({ faults }) => faults);
  for (const fault of failed) process.stderr.write(`seed ${seed}: ${fault}\n`);
  if (process.stderr.isTTY) return;
  process.stderr.write(
    `seed ${seed}: kills ${kills}, told ${told}, cut ${cut}, unheard ${unheard}, lost ${lost}, doubled ${doubled}\n`,
  );
}

interface Killable {
  readonly run: (given: Given, told: () => void) => Promise<KillRun>;
  readonly remove: () => Promise<void>;
}

async function victimOf(target: Target): Promise<Killable> {
  if (target === 'browser') {
    const installed = await InstalledDevice.new();
    return {
      run: (given, told) => browserRun(installed.device, installed.address, given, told),
      remove: () => installed.remove(),
    };
  }
  const isOnPostgres = target === 'postgres';
  const killed = await KilledServer.started(isOnPostgres);
  return {
    run: (given, told) => databaseRun(killed, isOnPostgres, given, told),
    remove: () => killed.remove(),
  };
}

function sentence(target: string, campaign: KillCampaign, seconds: number): string {
  const { runs, kills, told, cut, unheard, lost, doubled, failed } = campaign;
  return [
    `${target}: ${kills} kills in ${runs} runs, ${seconds} s`,
    `${told} told as kept, ${Math.round(told / kills)} a kill; ${cut} cut under way, ${unheard} kept without being told`,
    `lost ${lost}, doubled ${doubled}`,
    failed.length === 0
      ? 'all is as it was told'
      : `failing seeds: ${failed.map(({ seed }) => seed).join(', ')}`,
    '',
  ].join('\n');
}

function isTarget(text: string): text is Target {
  return targets.some((each) => each === text);
}
