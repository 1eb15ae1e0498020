import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { addressesOf, isOwnHost } from './hosts.ts';

test.each([
  'localhost:3000',
  '127.0.0.1:3000',
  '[::1]:3000',
  '192.168.1.20',
  'jalon.localhost',
  `${hostname()}.local:80`,
])('%s may be this machine', (host) => expect(isOwnHost(host)).toBe(true));

test.each([undefined, '', 'evil.example', 'localhost.evil.example:3000', '127.0.0.1.evil.example', 'a b'])(
  '%s is not',
  (host) => expect(isOwnHost(host)).toBe(false),
);

test('the network’s addresses are told only when the server listens there', () => {
  expect(addressesOf('127.0.0.1', 3000)).toEqual({ local: 'http://localhost:3000', network: [] });
  expect(addressesOf('192.0.2.7', 80)).toEqual({
    local: 'http://192.0.2.7:80',
    network: ['http://192.0.2.7:80'],
  });
  expect(addressesOf('0.0.0.0', 3000).local).toBe('http://localhost:3000');
});
