import { command } from '../command.ts';
import { killRun, type Target } from './kill-run.ts';

const usage = `Usage: test:kill [--target sqlite|postgres] [--runs N] [--seed S] [--json]

Real parcels of made-up devices go to the real server, which is killed with -9 at a moment that the seed draws, and started
again; on PostgreSQL, in one run of three, PostgreSQL is killed too. Then the devices send again, and every event that
was receipted must be in the database once, in order. A run that fails tells its seed. It needs what npm run build made.
Exit codes: 0 nothing was lost, 1 something was, 2 wrong usage.
`;

const known = {
  target: { type: 'string', default: 'sqlite' },
  runs: { type: 'string', default: '10' },
  seed: { type: 'string', default: '1' },
} as const;

await command(usage, known, async (given) => {
  const { target, json } = given;
  const [runs, seed] = [Number(given.runs), Number(given.seed)];
  if (!isTarget(target) || !Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) return undefined;
  const failed: number[] = [];
  let receipted = 0;
  let kills = 0;
  for (let each = seed; each < seed + runs; each += 1) {
    const { faults, ...counted } = await killRun(target, each);
    receipted += counted.receipted;
    kills += counted.kills;
    if (faults.length > 0) failed.push(each);
    for (const fault of faults) process.stderr.write(`seed ${each}: ${fault}\n`);
    process.stderr.write(`seed ${each}: ${counted.kills} kills, ${counted.receipted} events receipted\n`);
  }
  const result = { target, runs, kills, receipted, failed };
  if (json) return told(failed.length > 0 ? 1 : 0, JSON.stringify(result));
  const end = failed.length === 0 ? 'none lost, none twice' : `failing seeds: ${failed.join(', ')}`;
  return told(
    failed.length > 0 ? 1 : 0,
    `${target}: ${runs} runs, ${kills} kills, ${receipted} events receipted: ${end}`,
  );
});

function isTarget(text: string): text is Target {
  return text === 'sqlite' || text === 'postgres';
}

function told(code: number, text: string): number {
  (code === 2 ? process.stderr : process.stdout).write(`${text}\n`);
  return code;
}
