import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { json } from 'node:stream/consumers';
import type { Campaign } from './campaign.ts';
import { sumOf } from './counts.ts';

/** The most runs of one process: what it keeps of them grows with their number. */
const mostAtOnce = 500;

interface Part {
  readonly runs: number;
  readonly seed: number;
}

/** The same as `campaign`, by one process a processor, each with seeds of its own; `told` hears how far all of them are. */
export async function sharedCampaign({ runs, seed }: Part, told: (share: number) => void): Promise<Campaign> {
  const processes = availableParallelism();
  const parts = partsOf({ runs, seed }, Math.min(mostAtOnce, Math.ceil(runs / processes)));
  const done = new Map<Part, number>();
  const found = new Map<Part, Campaign>();
  const waiting = parts.values();
  const work = async (): Promise<void> => {
    for (const part of waiting) {
      const campaign = await partDone(part, (share) => {
        done.set(part, share * part.runs);
        told([...done.values()].reduce((sum, each) => sum + each, 0) / runs);
      });
      found.set(part, campaign);
    }
  };
  await Promise.all(Array.from({ length: processes }, work));
  const all = parts.flatMap((part) => found.get(part) ?? []);
  return { seed, ...sumOf(all), failed: all.flatMap(({ failed }) => failed) };
}

function partsOf({ runs, seed }: Part, size: number): readonly Part[] {
  return Array.from({ length: Math.ceil(runs / size) }, (_, index) => ({
    runs: Math.min(size, runs - index * size),
    seed: seed + index * size,
  }));
}

async function partDone({ runs, seed }: Part, told: (share: number) => void): Promise<Campaign> {
  const child = spawn(
    process.execPath,
    ['tests/simulation/run.ts', '--alone', '--json', '--runs', `${runs}`, '--seed', `${seed}`],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (data: Buffer) => {
    said += data.toString();
    const percent = said.match(/\d+(?= %)/g)?.at(-1);
    if (percent !== undefined) told(Number(percent) / 100);
  });
  const [campaign] = await Promise.all([
    json(child.stdout).catch(() => undefined) as Promise<Campaign | undefined>,
    once(child, 'close'),
  ]);
  if (campaign === undefined) throw new Error(`the runs from seed ${seed} ended early: ${said}`);
  return campaign;
}
