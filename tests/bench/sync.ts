import { cpus, loadavg } from 'node:os';
import { command } from '../command.ts';
import { ensureBuilt } from './app/built.ts';
import { deviceCommit } from './sync/device-commit.ts';
import { figureTable, isMissed, type Figure } from './sync/figure.ts';
import { ingestSpeed } from './sync/ingest-speed.ts';
import { joinedServer } from './sync/joined-server.ts';
import { pictureFigures } from './sync/pictures.ts';
import { pouchFigures } from './sync/pouch.ts';
import { wireFigures, xapiFigures } from './sync/wire.ts';

const usage = `Usage: npm run bench:sync -- [--json]

Measures what travels between a device and its organisation, by each road, beside PouchDB and xAPI in the same run: bytes and
round trips of forty recorded answers from a real Chromium to the real server, a weak road, pictures; how many answers one
server process makes durable, and how long a parcel waits among 200 clients.

  --json     prints the figures as JSON
  --help     prints this

It builds first when the build is missing or of other sources. The peers are installed at the first run; without a network the
rest is measured all the same. Whoever sends, and other work on this machine, share its processors: its load is told.

Exit codes: 0 every target reached, 1 one missed, 2 wrong usage.
`;

await command(usage, {}, async (options) => {
  ensureBuilt(say);
  const figures = await measured();
  const [processor] = cpus();
  const machine = {
    ...{ processors: cpus().length, model: processor?.model ?? '', load: loadavg()[1] ?? 0 },
    ...{ node: process.version, day: new Date().toISOString().slice(0, 10) },
  };
  const { processors, model, load, node, day } = machine;
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ machine, figures }, null, 2)}\n`
      : `${figureTable(figures)}\n${day}, Node ${node}, ${processors} × ${model}, load ${load.toFixed(1)} over five minutes\n`,
  );
  return figures.some(isMissed) ? 1 : 0;
});

async function measured(): Promise<readonly Figure[]> {
  say('bytes and round trips');
  const wire = [...(await wireFigures()), ...(await xapiFigures()), ...(await pouchFigures(say))];
  const { server, joined } = await joinedServer();
  const device: Figure[] = [];
  try {
    say('pictures');
    device.push(...(await pictureFigures(joined)));
    say('one answer on the device');
    device.push(await deviceCommit(server.address));
  } finally {
    await server.stop('SIGKILL');
  }
  return [...wire, ...device, ...(await ingestSpeed(say))];
}

function say(line: string): void {
  process.stderr.write(`[bench] ${line}\n`);
}
