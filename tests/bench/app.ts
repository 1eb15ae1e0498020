import { availableParallelism, loadavg } from 'node:os';
import { command } from '../command.ts';
import { ServerProcess } from '../journeys/server-process.ts';
import { ensureBuilt } from './app/built.ts';
import { firstRoute } from './app/first-route.ts';
import { firstVisit } from './app/first-visit.ts';
import { heapOfAnAfternoon } from './app/heap.ts';
import { isOver, table, type Measure } from './app/measure.ts';
import { offlineUse } from './app/offline.ts';
import { simulatorSizes } from './app/simulator-sizes.ts';
import { slowVisits } from './app/slow-visit.ts';

const usage = `Usage: npm run bench:app -- [--runs N] [--json]

Measures the built application with its real server in a real Chromium, and prints a table.

  --runs N   how often what takes time is measured; the median counts (5)
  --json     prints the measures as JSON
  --help     prints this

It builds first when the build is missing or of other sources. Progress goes to the standard error.
1 KB is 1,000 bytes. What travels is counted with its headers, for pages and service worker together.
A slow visit is at 1.6 Mb/s and 150 ms; it and all that is offline have a processor four times slower than this one.
The browser does the slowing: opening a connection is as fast as here, and so is the service worker's processor.
Other work on this machine counts too: its load is told below the table.

Exit codes: 0 within the hard budgets, 1 over one of them, 2 wrong usage. The hard budgets are those of the first page's
scripts, of the simulators, of what travels before the first question, and of the cold offline start; the others are aims.
`;

await command(usage, { runs: { type: 'string', default: '5' } }, async (options) => {
  const runs = Number(options.runs);
  if (!Number.isInteger(runs) || runs < 1) return undefined;
  ensureBuilt(say);
  const measures = await measureAll(runs);
  const machine = { processors: availableParallelism(), load: loadavg()[1] ?? 0 };
  process.stdout.write(
    options.json ? json({ runs, machine, measures }) : `${table(measures)}\n${told(runs, machine)}\n`,
  );
  return measures.some((measure) => measure.isHard === true && isOver(measure)) ? 1 : 0;
});

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function told(
  runs: number,
  { processors, load }: { readonly processors: number; readonly load: number },
): string {
  return `${runs} runs; ${processors} processors with a load of ${load.toFixed(1)} over five minutes`;
}

async function measureAll(runs: number): Promise<readonly Measure[]> {
  say('the sizes of the simulators');
  const sizes = await simulatorSizes();
  const server = await ServerProcess.started();
  try {
    say('the first page');
    const page = await firstRoute(server.address);
    say('a first visit up to the first question');
    const visit = await firstVisit(server.address);
    const slow = await slowVisits(server.address, runs, say);
    const heap = await heapOfAnAfternoon(server, say);
    return [...page, ...sizes, ...visit, ...slow, ...heap, ...(await offlineUse(server, runs, say))];
  } finally {
    await server.stop('SIGKILL');
  }
}

function say(line: string): void {
  process.stderr.write(`[bench] ${line}\n`);
}
