import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Joined } from '#lib/sync/server/sending-device.contract.ts';
import { contentType, packFrames } from '#lib/sync/wire.ts';
import { quantile, type Figure } from './figure.ts';
import { joinedServer, sessionParcel } from './joined-server.ts';
import { answersASession, recordedAnswers } from './session.ts';

const sessions = 1_000;
const together = 32;
const clients = 200;
/** Parcels a second that 200 clients send, at even distances. */
const calm = 100;
const calmSeconds = 10;

/** One server process over HTTP: how many answers it makes durable a second, and how long a parcel waits among 200 clients. */
export async function ingestSpeed(say: (line: string) => void): Promise<readonly Figure[]> {
  // Each request says from where it comes, so that the limit of an address does not stop the measure.
  const { server, joined } = await joinedServer({ ADDRESS_HEADER: 'x-forwarded-for' });
  try {
    say(`sealing ${sessions + calm * calmSeconds} sessions`);
    const many = await bodies(joined, sessions, 0);
    const few = await bodies(joined, calm * calmSeconds, sessions);
    const agent = new Agent({ keepAlive: true, maxSockets: clients });
    say('sending all that the server takes');
    for (const body of many.slice(0, 100)) await post(agent, server.address, body, 0);
    const begin = performance.now();
    let next = 100;
    const worker = async (): Promise<void> => {
      while (next < many.length) {
        const place = (next += 1) - 1;
        await post(agent, server.address, many[place] ?? new Uint8Array(0), place);
      }
    };
    await Promise.all(Array.from({ length: together }, worker));
    const seconds = (performance.now() - begin) / 1000;
    const memory = await residentBytes(server.pid);
    say(`${clients} clients, ${calm} parcels a second`);
    const waits = await evenly(few, (body, place) => post(agent, server.address, body, place));
    agent.destroy();
    const speed = ((sessions - 100) * answersASession) / seconds;
    const raw = await rawRows();
    return [
      {
        ...{
          name: 'durable answers over HTTP, one process',
          value: speed,
          unit: 'answers/s',
          least: raw.value / 10,
        },
        note: `${((100 * speed) / raw.value).toFixed(1)} % of the raw rate; ${together} at once, signatures checked; the senders share the processors`,
      },
      {
        ...{ name: 'memory of the server after it', value: memory / 1e6, unit: 'MB', most: 200 },
      },
      {
        ...{
          name: `a parcel among ${clients} clients, p99`,
          value: quantile(waits, 0.99),
          unit: 'ms',
          most: 25,
        },
        note: `${calm} parcels a second; p50 ${quantile(waits, 0.5).toFixed(1)} ms`,
      },
      raw,
    ];
  } finally {
    await server.stop('SIGKILL');
    await rm(server.dataDirectory, { recursive: true });
  }
}

async function bodies(joined: Joined, count: number, from: number): Promise<Uint8Array<ArrayBuffer>[]> {
  const made: Uint8Array<ArrayBuffer>[] = [];
  for (let place = 0; place < count; place += 1) {
    const bytes = await sessionParcel(joined, from + place);
    made.push(packFrames([{ type: 'parcel', bytes }]));
  }
  return made;
}

function post(agent: Agent, address: string, body: Uint8Array, place: number): Promise<number> {
  const begin = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      `${address}/api/sync`,
      {
        agent,
        method: 'POST',
        headers: {
          'content-type': contentType,
          'content-length': body.length,
          'x-forwarded-for': `10.0.${place % 250}.${Math.floor(place / 250) % 250}`,
        },
      },
      (answer) => {
        answer.resume();
        answer.on('end', () => {
          if (answer.statusCode === 200) resolve(performance.now() - begin);
          else reject(new Error(`the server answered ${answer.statusCode}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

// An open road: a parcel leaves at its time, whether the one before came back or not.
async function evenly(
  all: readonly Uint8Array[],
  send: (body: Uint8Array, place: number) => Promise<number>,
): Promise<readonly number[]> {
  const waits: Promise<number>[] = [];
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const body = all[waits.length];
      if (body !== undefined) waits.push(send(body, waits.length));
      if (waits.length < all.length) return;
      clearInterval(timer);
      resolve();
    }, 1000 / calm);
  });
  return Promise.all(waits);
}

/** The disk and the database alone: the same rows, forty in each durable transaction. */
async function rawRows(): Promise<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'jalon-raw-'));
  const database = new Sqlite(join(folder, 'raw.sqlite'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('create table event (device text, seq integer, body text, primary key (device, seq))');
  const insert = database.prepare('insert into event values (?, ?, ?)');
  const write = database.transaction((session: number) => {
    for (const [seq, answer] of recordedAnswers(session).entries())
      insert.run(`device ${session}`, seq, JSON.stringify(answer));
  });
  const begin = performance.now();
  for (let session = 0; session < sessions; session += 1) write(session);
  const seconds = (performance.now() - begin) / 1000;
  database.close();
  await rm(folder, { recursive: true });
  const rows = (sessions * answersASession) / seconds;
  return {
    name: 'better-sqlite3 alone, 40 rows a commit',
    value: rows,
    unit: 'rows/s',
    note: 'no network, no signature',
  };
}

async function residentBytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid ?? 'self'}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) * 1024;
}
