import { readFileSync } from 'node:fs';
import { base64url, bytesOfBase64url, utf8 } from '#lib/base/bytes.ts';
import { randomIndex, seededRandom, type Random } from '#lib/base/random.ts';
import { contentType, packFrames } from '#lib/sync/wire.ts';
import { ServerProcess } from '../journeys/server-process.ts';
import { mutated } from './mutation.ts';
import type { Fault } from './readers.ts';
import { StaffSession } from './staff-session.ts';

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
const campaign = '/organisation/[organisation]/campaigns/[campaign]';
const draft = utf8('titleFr=Atelier&titleEn=&purposeFr=Situer&purposeEn=&asks=answers&retention=6&length=3');
/** Where somebody of the staff goes, and what they send there. */
const staffTargets = [
  { method: 'GET', path: '/organisation' },
  { method: 'GET', path: '/organisation/[organisation]' },
  { method: 'GET', path: `${campaign}?sort=name&order=down` },
  { method: 'GET', path: `${campaign}/participations/[participation]` },
  { method: 'GET', path: `${campaign}/card` },
  { method: 'GET', path: `${campaign}/export?format=csv` },
  { method: 'GET', path: `${campaign}/poster` },
  { method: 'GET', path: `${campaign}/__data.json` },
  { method: 'POST', path: `${campaign}?/close`, type: formType, body: utf8('') },
  { method: 'POST', path: '/organisation/[organisation]/new', type: formType, body: draft },
  { method: 'POST', path: '/organisation/[organisation]/parcels', type: multipart, body: parts },
] as const;
const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'];
/** How long an answer may take before the server counts as hung. */
const patienceMs = 20_000;
/** How many requests are on their way at once. */
const together = 8;

/**
 * Sends changed requests to the real server until the time is over, half of them with the session of somebody of the staff: an
 * answer of 5xx, none, a dead process, or anything of an organisation that they are no member of is a fault.
 */
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
    const session = await StaffSession.of(server);
    const begun = performance.now();
    const share = (): number => Math.min(1, (performance.now() - begun) / (seconds * 1_000));
    const sender = async (): Promise<void> => {
      while (share() < 1) {
        tries += 1;
        const random = seededRandom(`${seed} request ${tries}`);
        const { border, path, request, given } =
          tries % 2 === 0 ? drawnOfStaff(random, server.address, session) : drawn(random, server.address);
        const status = await statusOf(`${server.address}${path}`, request, session);
        byStatus[status] = (byStatus[status] ?? 0) + 1;
        told(share());
        if (/^[1-4]\d\d$/.test(status) || faults.some((each) => isSame(each, border, status))) continue;
        faults.push({ border, what: status, given: base64url(given) });
      }
    };
    await Promise.all(Array.from({ length: together }, sender));
    const health = await fetch(`${server.address}/api/health`).catch(() => undefined);
    for (const what of await session.faults()) faults.push({ border: 'staff', what, given: '' });
    if (health?.ok !== true) faults.push({ border: 'server', what: 'it no longer lives', given: '' });
  } finally {
    await server.stop('SIGKILL');
  }
  return { tries, byStatus, faults };
}

/** The status of the answer, or what is wrong with it. */
async function statusOf(address: string, request: RequestInit, session: StaffSession): Promise<string> {
  try {
    const answer = await fetch(address, request);
    const body = new Uint8Array(await answer.arrayBuffer());
    return session.tellsSecret(body) ? 'it tells of another organisation' : `${answer.status}`;
  } catch (error) {
    return error instanceof TypeError ? `none: ${String(error.cause)}` : String(error);
  }
}

function isSame(fault: Fault, border: string, what: string): boolean {
  return fault.border === border && fault.what === what;
}

function drawn(random: Random, origin: string) {
  return changedRequest(targets[randomIndex(random, targets.length)] as Target, random, origin);
}

/** The same of somebody who is signed in: the paths that they go to, with names of the other organisation here and there. */
function drawnOfStaff(random: Random, origin: string, session: StaffSession) {
  const target = staffTargets[randomIndex(random, staffTargets.length)] as Target;
  const [isAllOther, share] = [random() < 0.3, random() < 0.5 ? 0.3 : 0];
  const path = session.named(target.path, () => isAllOther || random() < share);
  const changed = changedRequest({ ...target, path }, random, origin, random() < 0.5 ? 0 : 0.6);
  const { headers } = changed.request;
  const { cookie } = session;
  // A page asks for a page; its script asks for data.
  const accept = random() < 0.5 ? 'text/html' : 'application/json';
  return { ...changed, request: { ...changed.request, headers: { ...headers, cookie, accept } } };
}

interface Target {
  readonly method: string;
  readonly path: string;
  readonly type?: string;
  readonly body?: Uint8Array<ArrayBuffer>;
}

function changedRequest(
  target: Target,
  random: Random,
  origin: string,
  pathShare = target.method === 'GET' ? 0.9 : 0.05,
) {
  const method = random() < 0.05 ? (methods[randomIndex(random, methods.length)] ?? 'GET') : target.method;
  const isPathChanged = random() < pathShare;
  const path = isPathChanged ? changedPath(target.path, random) : target.path;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const given = mutated(target.body ?? new Uint8Array(0), random);
  const type = target.type ?? contentType;
  // The address that all come from is held to so many requests; another one each time is not.
  const headers = { 'content-type': random() < 0.05 ? 'text/plain' : type, origin };
  const request = {
    ...{ method, headers, redirect: 'manual' as const, signal: AbortSignal.timeout(patienceMs) },
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
