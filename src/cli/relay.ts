import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { retryDelayMs } from '#lib/sync/backoff.ts';
import { RelayStore } from '#lib/sync/server/relay-store.ts';
import { contentType, largestBody, loadsOf, packFrames, readFrames, type Frame } from '#lib/sync/wire.ts';
import { project } from './sources.js';

const usage = `Usage: relay --upstream URL [options]

Takes sealed parcels in a room without a network, keeps them on the disk, passes them on to the server at URL
once it can be reached, and hands the receipts back. It cannot read what it keeps.

  --upstream URL   the server, as https://jalon.example
  --port PORT      where it listens, 3100 by default
  --host HOST      127.0.0.1 by default: what speaks TLS stands before it
  --data DIR       where parcels and receipts are kept, .data/relay by default
  --every SECONDS  how often it tries when something waits, 60 by default; after failures it waits longer, up to 5 minutes
  --once           passes on what waits, once, without listening
  --json           what happens as JSON lines on standard output
  --help           this text

Exit codes: 0 done, 1 something still waits (with --once), 2 wrong usage, 4 the port is taken.
`;

const ANSWER_MS = 60_000;

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        ...{ upstream: text, port: text, host: text, data: text, every: text },
        ...{ once: flag, json: flag, help: flag },
      },
    }));
  } catch {
    return wrong();
  }
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const upstream = URL.parse(values.upstream ?? '');
  const [port, every] = [Number(values.port ?? 3100), Number(values.every ?? 60)];
  const isUsable = upstream !== null && /^https?:$/.test(upstream.protocol);
  if (!isUsable || !Number.isInteger(port) || port < 0 || port > 65_535 || !(every > 0)) return wrong();
  const store = await RelayStore.opened(resolve(values.data ?? join(project, '.data', 'relay')));
  const tell = (event: Readonly<Record<string, string | number>>): void => {
    if (values.json) console.log(JSON.stringify(event));
    else
      console.log(
        Object.entries(event)
          .map(([name, value]) => `${name} ${value}`)
          .join(', '),
      );
  };
  const pass = (): Promise<boolean> => passOn(store, upstream.origin, tell);
  if (values.once) return (await pass()) ? 0 : 1;
  return listen(store, values.host ?? '127.0.0.1', port, every * 1000, pass, tell);
}

function wrong(): number {
  console.error(usage);
  return 2;
}

type Tell = (event: Readonly<Record<string, string | number>>) => void;

/** Sends what waits; true when nothing waits any more. */
async function passOn(store: RelayStore, upstream: string, tell: Tell): Promise<boolean> {
  const waiting = await store.waiting();
  let [receipts, refusals] = [0, 0];
  for (const load of loadsOf(waiting)) {
    const frames = await exchange(upstream, load);
    if (frames === undefined) {
      tell({ event: 'noNetwork', waiting: waiting.length });
      return false;
    }
    for (const frame of frames) {
      if (frame.type === 'refusal') refusals += 1;
      if (frame.type !== 'receipt') continue;
      receipts += 1;
      await store.settle(frame.bytes, load);
    }
  }
  const left = (await store.waiting()).length;
  if (waiting.length > 0)
    tell({ event: 'passedOn', sent: waiting.length, receipts, refusals, waiting: left });
  return left === 0;
}

async function exchange(
  upstream: string,
  load: readonly Uint8Array[],
): Promise<readonly Frame[] | undefined> {
  try {
    const answer = await fetch(`${upstream}/api/sync`, {
      method: 'POST',
      headers: { 'content-type': contentType },
      body: packFrames(load.map((bytes) => ({ type: 'parcel', bytes }))),
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    if (!answer.headers.get('content-type')?.startsWith(contentType)) return undefined;
    return readFrames(new Uint8Array(await answer.arrayBuffer()));
  } catch {
    return undefined;
  }
}

function listen(
  store: RelayStore,
  host: string,
  port: number,
  everyMs: number,
  pass: () => Promise<boolean>,
  tell: Tell,
): Promise<number> {
  const server = createServer((request, response) => {
    answer(store, request, response).catch(() => {
      response.destroy();
    });
  });
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  const round = async (): Promise<void> => {
    failures = (await pass().catch(() => false)) ? 0 : failures + 1;
    timer = setTimeout(() => void round(), Math.max(everyMs, retryDelayMs(failures, Math.random)));
  };
  return new Promise((resolveCode) => {
    server.once('error', (error) => {
      console.error(error.message);
      resolveCode(4);
    });
    server.listen(port, host, () => {
      tell({ event: 'listening', address: addressOf(server) });
      void round();
    });
    const stop = (): void => {
      clearTimeout(timer);
      server.close(() => resolveCode(0));
      server.closeIdleConnections();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}

function addressOf(server: Server): string {
  const address = server.address();
  return typeof address === 'object' && address !== null ? `http://${address.address}:${address.port}` : '';
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
}

function refused(status: number, reason: string): Answer {
  return { status, type: 'application/json', body: JSON.stringify({ reason }) };
}

async function answer(store: RelayStore, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, type, body } = await answerTo(store, request);
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}

async function answerTo(store: RelayStore, request: IncomingMessage): Promise<Answer> {
  if (request.method === 'GET' && request.url === '/api/health')
    return { status: 200, type: 'application/json', body: '{"status":"ok"}' };
  if (request.method !== 'POST' || request.url !== '/api/sync') return refused(404, 'notFound');
  if (!(request.headers['content-type'] ?? '').startsWith(contentType))
    return refused(415, 'wrongContentType');
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length <= largestBody) parts.push(part);
  }
  if (length > largestBody) return refused(413, 'tooLarge');
  const frames = readFrames(new Uint8Array(Buffer.concat(parts)));
  if (frames === undefined || frames.length === 0 || frames.some(({ type }) => type !== 'parcel'))
    return refused(400, 'notParcels');
  const answers = new Map<string, Frame>();
  for (const frame of frames) {
    if (frame.type !== 'parcel') continue;
    const receipts = await store.keep(frame.bytes);
    for (const bytes of receipts ?? [])
      answers.set(Buffer.from(bytes).toString('hex'), { type: 'receipt', bytes });
    if (receipts === undefined) answers.set('', { type: 'refusal', refusal: { reason: 'notAParcel' } });
  }
  return { status: 200, type: contentType, body: packFrames([...answers.values()]) };
}
