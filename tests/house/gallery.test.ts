import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn, project } from './sources.ts';

test('the gallery shows every component', () => {
  const gallery = readFileSync(`${project}/src/preview/Components.svelte`, 'utf8');
  const components = filesIn(['src/lib/ui'], /\.svelte$/).map((path) => basename(path, '.svelte'));
  expect(components.filter((name) => !gallery.includes(`name="${name}"`))).toEqual([]);
});
