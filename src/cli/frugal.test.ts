import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { frugalFlags, frugalVariables } from './frugal.js';

test('the image and the unit start the server as npm start does', () => {
  const variables = Object.entries(frugalVariables).map(([name, value]) => `${name}=${value}`);
  for (const [path, between] of [
    ['Dockerfile', '", "'],
    ['deploy/jalon.service', ' '],
  ] as const) {
    const file = readFileSync(path, 'utf8');
    for (const each of [...variables, frugalFlags.join(between)]) expect(file, path).toContain(each);
  }
});

test('this Node knows each of the flags', () => {
  const { status, stderr } = spawnSync(process.execPath, [...frugalFlags, '-e', ''], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
