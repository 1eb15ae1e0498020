import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { frugal, servingEnvironment } from './serving-environment.js';

test('a server is frugal, and what somebody asked for goes before', () => {
  expect(servingEnvironment({ PORT: '4000' })).toEqual({ ...frugal, PORT: '4000' });
  const asked = servingEnvironment({ MALLOC_ARENA_MAX: '2', NODE_OPTIONS: '--max-semi-space-size=64' });
  expect(asked['MALLOC_ARENA_MAX']).toBe('2');
  // Of one option given twice Node takes the last.
  expect(asked['NODE_OPTIONS']).toMatch(/=4 .*=64$/);
});

test('the image and the unit start it as npm start does', () => {
  for (const path of ['Dockerfile', 'deploy/jalon.service']) {
    const file = readFileSync(path, 'utf8');
    for (const [name, value] of Object.entries(frugal)) expect(file, path).toContain(`${name}=${value}`);
  }
});
