import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Server } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CountedRoad } from './counted-road.ts';
import type { Figure } from './figure.ts';
import { answersASession, recordedAnswers } from './session.ts';

const folder = join(import.meta.dirname, 'peers');
const batches = 100;
const together = 8;

interface Pouch {
  bulkDocs(docs: readonly object[]): Promise<unknown>;
  close(): Promise<void>;
}
interface PouchMaker {
  new (name: string): Pouch & { readonly replicate: { to(address: string): Promise<unknown> } };
  defaults(options: { readonly prefix: string }): PouchMaker;
}

/** PouchDB's replication of the same forty answers to express-pouchdb, and how many that one writes a second; nothing when it cannot be had. */
export async function pouchFigures(say: (line: string) => void): Promise<readonly Figure[]> {
  if (!isInstalled(say)) return [];
  const load = createRequire(join(folder, 'package.json'));
  const data = await mkdtemp(join(tmpdir(), 'jalon-pouch-'));
  const Local = load('pouchdb') as PouchMaker;
  const app = (load('express') as () => { use(part: unknown): void; listen(port: number): Server })();
  const logs = { inMemoryConfig: true, logPath: join(data, 'log.txt') };
  const serve = load('express-pouchdb') as (of: PouchMaker, options: typeof logs) => unknown;
  app.use(serve(Local.defaults({ prefix: `${data}/` }), logs));
  const listening = app.listen(0);
  await once(listening, 'listening');
  const place = listening.address();
  const port = typeof place === 'object' && place !== null ? place.port : 0;
  const road = await CountedRoad.to(port);
  try {
    const device = new Local(join(data, 'device'));
    await device.bulkDocs(documents(1));
    await device.replicate.to(`http://127.0.0.1:${road.port}/answers`);
    const first = { bytes: road.up + road.down, trips: road.trips };
    road.reset();
    await device.replicate.to(`http://127.0.0.1:${road.port}/answers`);
    const again = { bytes: road.up + road.down, trips: road.trips };
    say('express-pouchdb, forty documents at a time');
    const speed = await writesASecond(port);
    await device.close();
    const name = 'beside it: PouchDB, 40 documents';
    return [
      { name, value: first.bytes, unit: 'bytes', note: `${first.trips} round trips, from Node` },
      {
        name: 'beside it: PouchDB, nothing new',
        value: again.bytes,
        unit: 'bytes',
        note: `${again.trips} round trips`,
      },
      {
        name: 'beside it: express-pouchdb',
        value: speed,
        unit: 'answers/s',
        note: 'nothing is signed; LevelDB as it comes',
      },
    ];
  } finally {
    road.close();
    listening.close();
    listening.closeAllConnections();
    await rm(data, { recursive: true, force: true });
  }
}

function documents(session: number): readonly object[] {
  return recordedAnswers(session).map((answer, place) => ({ _id: `${session}-${place}`, ...answer }));
}

async function writesASecond(port: number): Promise<number> {
  let next = 0;
  const begin = performance.now();
  const worker = async (): Promise<void> => {
    while (next < batches) {
      const docs = documents(1_000 + (next += 1));
      const answer = await fetch(`http://127.0.0.1:${port}/answers/_bulk_docs`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ docs }),
      });
      await answer.text();
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
  return (batches * answersASession * 1000) / (performance.now() - begin);
}

function isInstalled(say: (line: string) => void): boolean {
  if (existsSync(join(folder, 'node_modules'))) return true;
  say('installing the peers');
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) say(`the peers cannot be installed: ${stderr.trim().split('\n').at(-1) ?? ''}`);
  return status === 0;
}
