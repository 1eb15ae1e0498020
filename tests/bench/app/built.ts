import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { project, sourcesDigest } from '../../../src/cli/sources.js';

const build = join(project, 'build');

/** Builds the application when it is missing or not of these sources, and says so; throws when the build fails. */
export function ensureBuilt(say: (line: string) => void): void {
  const version = join(build, 'client', '_app', 'version.json');
  const built = existsSync(version)
    ? (JSON.parse(readFileSync(version, 'utf8')) as { version: string }).version
    : '';
  if (built === sourcesDigest().slice(0, 16)) return;
  say(built === '' ? 'there is no build: building' : 'the build is of other sources: building');
  const vite = join(project, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: project,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the build stopped with code ${status}\n${stdout}${stderr}`);
}

/** The addresses of the scripts that the first page names: it cannot be used before they are there. */
export async function neededScripts(): Promise<readonly string[]> {
  const html = await readFile(join(build, 'prerendered', 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:href="|import\(")(\/_app\/[^"]+\.js)"/g)].map(([, path = '']) => path);
  return [...new Set(named)];
}

/** What `gzip -9` makes of built files, each apart, in bytes. */
export async function gzipped(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    paths.map(async (path) => gzipSync(await readFile(join(build, 'client', path)), { level: 9 }).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
