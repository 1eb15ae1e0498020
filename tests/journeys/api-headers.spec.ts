import { expect, request, test } from '@playwright/test';
import { ServerProcess } from './server-process.ts';

const ofAll = { 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' };
const ofPages = {
  ...ofAll,
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
};

test('every answer has strict headers: pages, reads, refusals, static files and what is not there', async () => {
  const server = await ServerProcess.started();
  const api = await request.newContext({ baseURL: server.address });
  try {
    const answers = [
      ...['/', '/sent', '/organisation', '/nothing-there', '/manifest.webmanifest', '/service-worker.js'],
      ...['/api/health', '/api/installation', '/api/cards/ZZZZZZ999', '/bundles/socle/manifest.json'],
    ].map(async (path) => ({ path, headers: (await api.get(path)).headers() }));
    const refused = await api.post('/api/sync', { data: 'x', headers: { 'content-type': 'text/plain' } });
    const all = [...(await Promise.all(answers)), { path: 'a refusal', headers: refused.headers() }];
    for (const { path, headers } of all) {
      // What is read by a program heeds nothing of what is asked of pages, and is small on a weak network.
      const isPage = path.startsWith('/') && !path.startsWith('/api/');
      expect({ path, ...headers }).toMatchObject({ path, ...(isPage ? ofPages : ofAll) });
    }
    const [home, staff] = [await api.get('/'), await api.get('/organisation')];
    const html = await home.text();
    const policy = home.headers()['content-security-policy'] ?? html;
    expect(policy).toMatch(/default-src|script-src/);
    expect(policy).not.toMatch(/unsafe-eval/);
    expect(staff.headers()['cache-control']).toBe('no-store');
  } finally {
    await api.dispose();
    await server.stop('SIGKILL');
  }
});
