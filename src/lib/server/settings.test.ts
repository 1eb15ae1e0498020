import { expect, test } from 'vitest';
import { settingsOf } from './settings.ts';

test('nothing given: this machine only, port 3000, data in the project', () => {
  expect(settingsOf({ PATH: '/bin' }, '/srv/jalon')).toEqual({
    ok: true,
    value: {
      port: 3000,
      host: '127.0.0.1',
      dataDirectory: '/srv/jalon/.data',
      databaseAddress: '/srv/jalon/.data/jalon.sqlite',
      origin: undefined,
      metricsToken: undefined,
      log: undefined,
      isDemoWanted: true,
    },
  });
});

test('what is given is used', () => {
  const given = {
    PORT: '8080',
    HOST: '0.0.0.0',
    DATA_DIR: '/var/lib/jalon',
    ORIGIN: 'https://jalon.example/',
    DATABASE_URL: 'postgres://jalon@localhost/jalon',
  };
  expect(settingsOf(given, '/srv')).toMatchObject({
    value: {
      port: 8080,
      host: '0.0.0.0',
      dataDirectory: '/var/lib/jalon',
      databaseAddress: given.DATABASE_URL,
      origin: 'https://jalon.example',
    },
  });
});

test.each([
  [{ PORT: 'abc' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ DEMO: 'yes' }, 'DEMO'],
  [{ DATA_DIR: '' }, 'DATA_DIR'],
  [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN'],
  [{ LOG: 'xml' }, 'LOG'],
  [{ DATABASE_URL: 'mysql://localhost/jalon' }, 'DATABASE_URL'],
  [{ ORIGIN: 'jalon.example' }, 'ORIGIN'],
  [{ ORIGIN: 'ftp://jalon.example' }, 'ORIGIN'],
  [{ ORIGIN: 'https://jalon.example/path' }, 'ORIGIN'],
])('%o is refused with a sentence that names the variable', (given, name) => {
  const result = settingsOf(given, '/srv');
  expect(result).toMatchObject({ ok: false, reason: 'badSettings' });
  expect(result.ok ? '' : result.detail).toContain(name);
});

test('every fault is told at once', () => {
  const result = settingsOf({ PORT: 'x', ORIGIN: 'y' }, '/srv');
  expect(result.ok ? [] : result.detail?.split('\n')).toHaveLength(2);
});
