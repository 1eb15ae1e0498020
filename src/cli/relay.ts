import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { retryDelayMs } from '#lib/sync/backoff.ts';
import { RelayStore } from '#lib/sync/server/relay-store.ts';
import { contentType, largestBody, packFrames, readFrames, type Frame } from '#lib/sync/wire.ts';
import { passOn, type Tell } from './relay-round.ts';
import { project } from './sources.js';

const usage = `Usage: relay --upstream URL [options]

Takes sealed parcels in a room without a network, keeps them on the disk, passes them on to the server at URL
once it can be reached, and hands the receipts back. It cannot read what it keeps.

  --upstream URL   the server, as https://jalon.example
  --port PORT      where it listens, 3100 by default
  --host HOST      127.0.0.1 by default: what speaks TLS stands before it
  --data DIR       where parcels and receipts are kept, .data/relay by default
  --most MB        how much it keeps in all, 1024 by default: then what was refused for good goes, then nothing more is taken
  --every SECONDS  how often it tries when something waits, 60 by default; after failures it waits longer, up to 5 minutes
  --once           passes on what waits, once, without listening

What the server refuses for good is sent no more, and whoever brings it again is told why. What it may take later is
sent again after a minute, then after waits that grow to a day; with --once, at once.

  --json           what happens as JSON lines on standard output
  --help           this text

Exit codes: 0 done, 1 something still waits (with --once), 2 wrong usage, 4 the port is taken.
`;

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        ...{ upstream: text, port: text, host: text, data: text, every: text, most: text },
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
  const most = Number(values.most ?? 1024);
  const isUsable = upstream !== null && /^https?:$/.test(upstream.protocol);
  if (!isUsable || !Number.isInteger(port) || port < 0 || port > 65_535) return wrong();
  if (!(every > 0) || !(most > 0)) return wrong();
  const store = await RelayStore.opened(
    resolve(values.data ?? join(project, '.data', 'relay')),
    most * 1_048_576,
  );
  const tell = (event: Readonly<Record<string, string | number>>): void => {
    if (values.json) console.log(JSON.stringify(event));
    else
      console.log(
        Object.entries(event)
          .map(([name, value]) => `${name} ${value}`)
          .join(', '),
      );
  };
  const pass = (now?: number): Promise<boolean> => passOn(store, upstream.origin, tell, now);
  if (values.once) return (await pass()) ? 0 : 1;
  return listen(store, values.host ?? '127.0.0.1', port, every * 1000, pass, tell);
}

function wrong(): number {
  console.error(usage);
  return 2;
}

function listen(
  store: RelayStore,
  host: string,
  port: number,
  everyMs: number,
  pass: (now: number) => Promise<boolean>,
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
    failures = (await pass(Date.now()).catch(() => false)) ? 0 : failures + 1;
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
    const known = await store.keep(frame.bytes, Date.now());
    if (known === 'full') return refused(507, 'full');
    const said = known === 'notAParcel' ? [{ type: 'refusal', refusal: { reason: known } } as const] : known;
    for (const each of said) answers.set(Buffer.from(packFrames([each])).toString('base64'), each);
  }
  return { status: 200, type: contentType, body: packFrames([...answers.values()]) };
}
