import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { bytesOfBase64url } from '#lib/base/bytes.ts';
import { readEnvelope } from '#lib/sync/parcel.ts';
import { nameOf, RelayStore } from '#lib/sync/server/relay-store.ts';
import { contentType, packFrames, readFrames, type Frame } from '#lib/sync/wire.ts';

const golden = JSON.parse(readFileSync('tests/golden/wire-1.json', 'utf8')) as {
  readonly parcel: string;
  readonly receiptBytes: string;
};
const parcel = bytesOfBase64url(golden.parcel)!;
const receipt = bytesOfBase64url(golden.receiptBytes)!;
const frames = packFrames([{ type: 'parcel', bytes: parcel }]);

/** Runs the relay to its end; gives its exit code and what it said. */
async function ended(...args: string[]): Promise<{ readonly code: number; readonly said: string }> {
  const child = spawn(process.execPath, ['src/cli/relay.ts', ...args]);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += String(data)));
  const [code] = (await once(child, 'exit')) as [number];
  return { code, said };
}

const send = async (address: string, body: Uint8Array<ArrayBuffer>, type = contentType) => {
  const headers = { 'content-type': type };
  const answer = await fetch(`${address}/api/sync`, { method: 'POST', headers, body });
  return { status: answer.status, frames: readFrames(new Uint8Array(await answer.arrayBuffer())) };
};

test('[SY-37] a relay keeps sealed parcels over a kill, passes them on once it can, and hands the receipts back', async () => {
  const data = await mkdtemp(join(tmpdir(), 'jalon-relay-'));
  const upstreamBodies: Uint8Array[] = [];
  const upstream = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      upstreamBodies.push(new Uint8Array(Buffer.concat(parts)));
      response.writeHead(200, { 'content-type': contentType });
      response.end(packFrames([{ type: 'receipt', bytes: receipt }]));
    });
  });
  upstream.listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  const bound = upstream.address();
  const up = typeof bound === 'object' && bound !== null ? `http://127.0.0.1:${bound.port}` : '';
  const away = ['--upstream', 'http://127.0.0.1:9', '--data', data, '--json'];

  const start = async (...args: string[]) => {
    const child = spawn(process.execPath, ['src/cli/relay.ts', ...args, '--port', '0']);
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const { address } = JSON.parse(line.toString().split('\n')[0] ?? '') as { readonly address: string };
    return { child, address };
  };
  const first = await start(...away);
  expect(await (await fetch(`${first.address}/api/health`)).json()).toEqual({ status: 'ok' });
  expect(await send(first.address, frames)).toEqual({ status: 200, frames: [] });
  expect(await send(first.address, frames)).toEqual({ status: 200, frames: [] });
  expect((await send(first.address, frames.slice(0, -1))).status).toBe(400);
  expect((await send(first.address, frames, 'text/plain')).status).toBe(415);
  expect((await send(first.address, new Uint8Array(300_000))).status).toBe(413);
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  expect(await readdir(join(data, 'parcels'))).toHaveLength(1);

  expect((await ended(...away, '--once')).code).toBe(1);
  const passed = await ended('--upstream', up, '--data', data, '--json', '--once');
  expect(passed.code).toBe(0);
  expect(JSON.parse(passed.said)).toEqual({
    ...{ event: 'passedOn', sent: 1, receipts: 1, refusals: 0, waiting: 0 },
  });
  expect(upstreamBodies).toEqual([frames]);

  const second = await start(...away);
  expect(await send(second.address, frames)).toEqual({
    status: 200,
    frames: [{ type: 'receipt', bytes: receipt }],
  });
  second.child.kill('SIGTERM');
  expect(await once(second.child, 'exit')).toEqual([0, null]);
  upstream.close();
}, 60_000);

test('[SY-65] a refusal that one parcel of several gets is told to whoever brought it, and keeps nothing else back', async () => {
  const data = await mkdtemp(join(tmpdir(), 'jalon-relay-'));
  const bad = parcel.with(12, 1);
  const refusal = { reason: 'doesNotOpen', device: readEnvelope(bad)!.device } as const;
  const loads: number[] = [];
  const upstream = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const brought = readFrames(new Uint8Array(Buffer.concat(parts))) ?? [];
      loads.push(brought.length);
      const answers = brought.flatMap((frame): Frame[] => {
        if (frame.type !== 'parcel') return [];
        const isBad = Buffer.from(frame.bytes).equals(bad);
        return [isBad ? { type: 'refusal', refusal } : { type: 'receipt', bytes: receipt }];
      });
      response.writeHead(200, { 'content-type': contentType });
      response.end(packFrames(answers));
    });
  });
  upstream.listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  const bound = upstream.address();
  const up = typeof bound === 'object' && bound !== null ? `http://127.0.0.1:${bound.port}` : '';
  const args = ['--upstream', up, '--data', data, '--json'];
  const store = await RelayStore.opened(data, 1_000_000);
  for (const bytes of [bad, parcel]) await store.keep(bytes, Date.now());
  const passed = await ended(...args, '--once');
  expect(passed.code).toBe(0);
  expect(
    passed.said
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual([
    { event: 'refused', parcel: nameOf(bad), reason: 'doesNotOpen' },
    { event: 'passedOn', sent: 2, receipts: 1, refusals: 1, waiting: 0 },
  ]);
  expect(loads).toEqual([2, 1]);
  expect(await ended(...args, '--once')).toEqual({ code: 0, said: '' });
  expect(loads).toEqual([2, 1]);
  expect(await store.keep(bad, Date.now())).toEqual([{ type: 'refusal', refusal }]);
  upstream.close();
}, 60_000);

test('[SY-37] a relay says how it is used', async () => {
  expect(await ended('--help')).toMatchObject({ code: 0 });
  for (const args of [
    [],
    ['--upstream', 'nowhere'],
    ['--upstream', 'http://a.example', '--port', 'x'],
    ['--upstream', 'http://a.example', '--most', '0'],
    ['--what'],
  ])
    expect((await ended(...args)).code).toBe(2);
}, 60_000);
