import { expect, test } from 'vitest';
import { mayReadMetrics } from './metrics-access.ts';
import { newMetrics } from './metrics.ts';
import { requestLine } from './request-line.ts';

test('[SV-11] counts, what is measured now and seconds are told as Prometheus reads them', () => {
  const metrics = newMetrics();
  metrics.count('jalon_parcels_total', 1, 'receipt');
  metrics.count('jalon_parcels_total', 1, 'receipt');
  metrics.count('jalon_events_total', 5);
  metrics.count('jalon_refusals_total', 1, 'forked');
  metrics.request('/api/sync', 200, 0.04);
  metrics.request('/api/sync', 200, 2);
  const lines = metrics.text({ jalon_projection_lag_events: 3, jalon_server_epoch: 1 }).split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      '# TYPE jalon_parcels_total counter',
      'jalon_parcels_total{outcome="receipt"} 2',
      'jalon_events_total 5',
      'jalon_refusals_total{reason="forked"} 1',
      'jalon_projection_lag_events 3',
      'jalon_request_seconds_bucket{route="/api/sync",status="2xx",le="0.05"} 1',
      'jalon_request_seconds_bucket{route="/api/sync",status="2xx",le="+Inf"} 2',
      'jalon_request_seconds_count{route="/api/sync",status="2xx"} 2',
    ]),
  );
});

test.each([
  ['this machine, without a public address', '127.0.0.1', {}, undefined, undefined, true],
  ['another machine', '192.0.2.7', {}, undefined, undefined, false],
  [
    'a visitor behind a web server',
    '127.0.0.1',
    { 'x-forwarded-for': '192.0.2.7' },
    undefined,
    undefined,
    false,
  ],
  ['anybody at a public address', '127.0.0.1', {}, 'https://jalon.example', undefined, false],
  ['the token', '192.0.2.7', { authorization: 'Bearer s3cret' }, 'https://jalon.example', 's3cret', true],
  ['another token', '127.0.0.1', { authorization: 'Bearer other' }, undefined, 's3cret', false],
  ['no token where one is asked for', '127.0.0.1', {}, undefined, 's3cret', false],
])('[SV-11] who may read them: %s', (_, address, headers, origin, metricsToken, may) => {
  expect(
    mayReadMetrics(new Headers(headers as Record<string, string>), address, { origin, metricsToken }),
  ).toBe(may);
});

test('[SV-12] a line of the log names the page and how it ended, and nothing of who asked', () => {
  const answered = { at: 0, method: 'GET', route: '/api/cards/[code]', status: 200, ms: 3.4 };
  expect(JSON.parse(requestLine('json', answered))).toEqual({
    ...answered,
    at: '1970-01-01T00:00:00.000Z',
    ms: 3,
  });
  expect(requestLine('text', answered)).toBe('1970-01-01T00:00:00.000Z GET /api/cards/[code] 200 3 ms');
});
