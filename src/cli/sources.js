// Plain JavaScript that any Node runs: this is read before anything is installed.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The directory of the project. */
export const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const builtFrom = [
  'package-lock.json',
  'package.json',
  'svelte.config.js',
  'tsconfig.json',
  'vite.config.ts',
];

/** SHA-256, in hexadecimal, of all that the application is built from. */
export function sourcesDigest() {
  const hash = createHash('sha256');
  for (const path of [...builtFrom, ...filesIn('src'), ...filesIn('static')]) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(project, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * Paths in code-unit order, so that every machine reads the same text; tests are not part of the application.
 * @param {string} directory
 * @returns {string[]}
 */
function filesIn(directory) {
  return readdirSync(join(project, directory), { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${directory}/${entry.name}`;
      if (entry.isDirectory()) return filesIn(path);
      return entry.isFile() && !entry.name.includes('.test.') ? [path] : [];
    });
}
