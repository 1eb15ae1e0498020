import { command } from '../command.ts';
import { progressBar } from '../../src/cli/progress-bar.ts';
import { fuzzReaders } from './readers.ts';
import { fuzzServer } from './requests.ts';

const usage = `Usage: npm run fuzz -- [--seconds N] [--seed S] [--readers] [--json]

Gives changed and random bytes to every border: half of the time to each reader in this process, which must refuse and never
throw or hang; half of the time to the real server by HTTP (it needs what npm run build made), which must answer below 500.

  --seconds N  how long in all (60)
  --seed S     the same seed gives the same bytes, as far as time lets it come (1)
  --readers    the readers only
  --json       one JSON object on standard output
  --help       this text

Exit codes: 0 every border held, 1 one did not, 2 wrong usage.
`;

const known = {
  seconds: { type: 'string', default: '60' },
  seed: { type: 'string', default: '1' },
  readers: { type: 'boolean', default: false },
} as const;

await command(usage, known, async (options) => {
  const seconds = Number(options.seconds);
  if (!(seconds > 0)) return undefined;
  const share = options.readers ? seconds : seconds / 2;
  const readers = await fuzzReaders(share, options.seed, progressBar('readers'));
  const server = options.readers ? undefined : await fuzzServer(share, options.seed, progressBar('server'));
  const faults = [...readers.faults, ...(server?.faults ?? [])];
  for (const { border, what, given } of faults)
    process.stderr.write(`${border}: ${what}\n  given: ${given}\n`);
  const counts = { readers: readers.tries, byBorder: readers.byBorder, requests: server?.tries ?? 0 };
  const parts = { seed: options.seed, seconds, ...counts, byStatus: server?.byStatus ?? {}, faults };
  const end = faults.length === 0 ? 'every border held' : `${faults.length} borders did not hold`;
  process.stdout.write(
    options.json
      ? `${JSON.stringify(parts)}\n`
      : `${readers.tries} readings, ${counts.requests} requests ${JSON.stringify(parts.byStatus)}: ${end}\n`,
  );
  return faults.length === 0 ? 0 : 1;
});
