import { readFileSync } from 'node:fs';
import { base64url, bytesOfBase64url, utf8 } from '#lib/base/bytes.ts';
import { randomIndex, seededRandom, type Random } from '#lib/base/random.ts';
import { contentType, packFrames } from '#lib/sync/wire.ts';
import { ServerProcess } from '../journeys/server-process.ts';
import { mutated } from './mutation.ts';
import type { Fault } from './readers.ts';

const golden = JSON.parse(readFileSync('tests/golden/wire-1.json', 'utf8')) as { readonly parcel: string };
const frames = packFrames([{ type: 'parcel', bytes: bytesOfBase64url(golden.parcel) ?? new Uint8Array(0) }]);
const report = utf8(
  '{"version":1,"id":"abcdefghijklmnopqrstuv","application":"0.1.0","category":"idea","text":"Des trains."}',
);
const form = utf8('email=animation%40valbruyere.example&password=un-mot-de-passe&language=fr');
const formType = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data; boundary=x';
const parts = utf8('--x\r\ncontent-disposition: form-data; name="pack"; filename="a"\r\n\r\nJC\r\n--x--\r\n');

/** Where the server listens, and what it is usually given. */
const targets = [
  { method: 'POST', path: '/api/sync', type: contentType, body: frames },
  { method: 'POST', path: '/api/reports', type: 'application/json', body: report },
  { method: 'POST', path: '/organisation/sign-in', type: formType, body: form },
  { method: 'POST', path: '/organisation/language', type: formType, body: form },
  { method: 'POST', path: '/organisation/sign-out', type: formType, body: form },
  { method: 'POST', path: '/organisation/0123456789abcdef/parcels', type: multipart, body: parts },
  { method: 'GET', path: '/api/cards/ABCDEFGH2' },
  { method: 'GET', path: '/bundles/socle/manifest.json' },
  { method: 'GET', path: '/bundles/socle/chunks/0123456789abcdef' },
  { method: 'GET', path: '/organisation/0123456789abcdef/campaigns/01234567' },
] as const;
const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'];
/** How long an answer may take before the server counts as hung. */
const patienceMs = 20_000;

/** Sends changed requests to the real server until the time is over: an answer of 5xx, none, or a dead process is a fault. */
export async function fuzzServer(
  seconds: number,
  seed: string,
  told: (share: number) => void,
): Promise<{
  readonly tries: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly faults: readonly Fault[];
}> {
  const server = await ServerProcess.started();
  const byStatus: Record<string, number> = {};
  const faults: Fault[] = [];
  let tries = 0;
  try {
    const begun = performance.now();
    for (let share = 0; share < 1; share = (performance.now() - begun) / (seconds * 1_000)) {
      tries += 1;
      const random = seededRandom(`${seed} request ${tries}`);
      const { border, path, request, given } = drawn(random, server.address);
      const status = await fetch(`${server.address}${path}`, request)
        .then(async (answer) => {
          await answer.arrayBuffer();
          return `${answer.status}`;
        })
        .catch((error: unknown) =>
          error instanceof TypeError ? `none: ${String(error.cause)}` : String(error),
        );
      byStatus[status] = (byStatus[status] ?? 0) + 1;
      if (/^[1-4]\d\d$/.test(status)) continue;
      if (!faults.some((each) => each.border === border && each.what === status))
        faults.push({ border, what: status, given: base64url(given) });
      told(Math.min(1, share));
    }
    const health = await fetch(`${server.address}/api/health`).catch(() => undefined);
    if (health?.ok !== true) faults.push({ border: 'server', what: 'it no longer lives', given: '' });
  } finally {
    await server.stop('SIGKILL');
  }
  return { tries, byStatus, faults };
}

function drawn(random: Random, origin: string) {
  const target = targets[randomIndex(random, targets.length)] as (typeof targets)[number];
  const method = random() < 0.05 ? (methods[randomIndex(random, methods.length)] ?? 'GET') : target.method;
  const isPathChanged = random() < (target.method === 'GET' ? 0.9 : 0.05);
  const path = isPathChanged ? changedPath(target.path, random) : target.path;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const given = mutated('body' in target ? target.body : new Uint8Array(0), random);
  const type = 'type' in target ? target.type : contentType;
  // The address that all come from is held to so many requests; another one each time is not.
  const headers = { 'content-type': random() < 0.05 ? 'text/plain' : type, origin };
  const request: RequestInit = {
    ...{ method, headers, redirect: 'manual', signal: AbortSignal.timeout(patienceMs) },
    ...(hasBody && { body: given }),
  };
  return { border: `${method} ${target.path}`, path, request, given: hasBody ? given : utf8(path) };
}

function changedPath(path: string, random: Random): string {
  const bytes = mutated(utf8(path), random);
  const kept = [...bytes].map((byte) =>
    /[a-z0-9/.?=&-]/i.test(String.fromCharCode(byte)) && random() < 0.95
      ? String.fromCharCode(byte)
      : `%${byte.toString(16).padStart(2, '0')}`,
  );
  return `/${kept.join('').replace(/^\/+/, '')}`;
}
