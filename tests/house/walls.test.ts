import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { domains } from '../../.dependency-cruiser.js';
import { filesIn, textOf } from './sources.ts';

// dependency-cruiser reads components once they are compiled, when the imports of their types are gone.
const imports = filesIn(['src'], /\.svelte$/).flatMap((from) =>
  [...textOf(from).matchAll(/^\s*import\s[^'"]*?['"]((?:#lib\/|\.)[^'"]+)['"]/gm)].map(([, name = '']) => ({
    from,
    to: name.startsWith('.') ? join(dirname(from), name) : name.replace('#lib/', 'src/lib/'),
  })),
);

test('a component imports nothing of the server, not even a type', () => {
  expect(imports.filter(({ to }) => /^src\/lib\/(.*\/)?server\//.test(to))).toEqual([]);
});

test('a component imports only its own domain and those before it, even for a type', () => {
  expect(imports.filter(({ from, to }) => placeOf(from) >= 0 && placeOf(to) > placeOf(from))).toEqual([]);
});

/** The place of a file's domain in the order, -1 outside of the domains. */
function placeOf(path: string): number {
  return domains.indexOf(/^src\/lib\/([^/]+)\//.exec(path)?.[1] ?? '');
}
