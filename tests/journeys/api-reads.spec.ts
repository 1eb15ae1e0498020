import { expect, test } from '@playwright/test';
import { ApiDevice, codeOf } from './api-device.ts';
import { ServerProcess } from './server-process.ts';

let server: ServerProcess;

test.beforeAll(async () => {
  server = await ServerProcess.started();
});
test.afterAll(async () => server.stop('SIGKILL'));

test('a code gives its card however it is typed; another is unknown, and guessing ends', async ({
  request,
}) => {
  const code = codeOf(server, 'Bilan de rentrée');
  const read = async (typed: string): Promise<[number, string | undefined]> => {
    const answer = await request.get(`${server.address}/api/cards/${encodeURIComponent(typed)}`);
    const type = answer.headers()['content-type'] ?? '';
    const reason = type.startsWith('application/json')
      ? ((await answer.json()) as { reason: string }).reason
      : undefined;
    return [answer.status(), reason];
  };
  const device = await ApiDevice.joined(request, server, code);
  expect(device.card.campaign.code).toBe(code);
  expect(await read(`${code.slice(0, 3)} ${code.slice(3, 6)}-${code.slice(6).toLowerCase()}`)).toEqual([
    200,
    undefined,
  ]);
  for (const wrong of ['ZZZZZZ999', 'x', "'; drop table campaign --", '\u0000', 'é'.repeat(300)]) {
    expect(await read(wrong)).toEqual([404, 'unknownCode']);
  }
  // Thirty a minute: seven were asked above.
  for (let left = 0; left < 23; left += 1) await read('ZZZZZZ999');
  expect(await read('ZZZZZZ999')).toEqual([429, 'tooMany']);
  expect(await read(code)).toEqual([429, 'tooMany']);
});

test('what is not there is 404 with a reason, and no path leads out of the bundles', async ({ request }) => {
  const paths = [
    'bundles/socle/manifest-1.json',
    'bundles/nothing/manifest.json',
    'bundles/..%2F..%2Fkeys/manifest.json',
    'bundles/socle/..%2F..%2Fkeys%2Froot.json',
    'bundles/socle/chunks/..%2Fmanifest.json',
    `bundles/socle/chunks/${'0'.repeat(64)}`,
    `bundles/socle/chunks/${'A'.repeat(64)}`,
    'bundles/SOCLE/manifest.json',
  ];
  for (const path of paths) {
    const answer = await request.get(`${server.address}/${path}`);
    expect([path, answer.status(), await answer.json()]).toEqual([path, 404, { reason: 'notFound' }]);
  }
});

test('a chunk is served from any byte, so that a broken download goes on', async ({ request }) => {
  const manifest = (await (await request.get(`${server.address}/bundles/socle/manifest.json`)).json()) as {
    readonly chunks: readonly { readonly sha256: string; readonly bytes: number }[];
  };
  const { sha256, bytes } = manifest.chunks[0]!;
  const read = (range?: string) =>
    request.get(`${server.address}/bundles/socle/chunks/${sha256}`, { headers: range ? { range } : {} });
  const whole = await (await read()).body();
  expect(whole.length).toBe(bytes);
  const rest = await read('bytes=100-');
  expect([rest.status(), rest.headers()['content-range']]).toEqual([206, `bytes 100-${bytes - 1}/${bytes}`]);
  expect((await rest.body()).equals(whole.subarray(100))).toBe(true);
  for (const beyond of [`bytes=${bytes}-`, `bytes=${'9'.repeat(400)}-`]) {
    expect([(await read(beyond)).status(), (await read(beyond)).headers()['content-range']]).toEqual([
      416,
      `bytes */${bytes}`,
    ]);
  }
  // A range that is not understood is left aside, as the standard lets a server do.
  for (const odd of ['bytes=-5', 'bytes=1-2', 'bytes=a-', 'items=1-']) {
    const answer = await read(odd);
    expect([answer.status(), (await answer.body()).length]).toEqual([200, bytes]);
  }
});
