import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { project } from '../../../src/cli/sources.js';
import { simulators } from '#lib/challenges/registry.ts';
import { kilobytes, type Measure } from './measure.ts';

/** What a simulator's own folder comes to on a page: its view, its styles and its rules, minified; not what it shares. */
export async function simulatorSizes(): Promise<readonly Measure[]> {
  const sizes: { readonly name: string; readonly bytes: number }[] = [];
  for (const name of Object.keys(simulators)) sizes.push({ name, bytes: await ownBytes(name) });
  const sorted = [...sizes].sort((one, other) => other.bytes - one.bytes);
  const told = sorted.map(({ name, bytes }) => `${name} ${kilobytes(bytes)}`).join(', ');
  return [
    {
      name: 'largest simulator, its own code (gzip -9)',
      value: kilobytes(sorted[0]?.bytes ?? 0),
      unit: 'KB',
      budget: 20,
      isHard: true,
      note: told,
    },
    {
      name: `all ${sizes.length} simulators, their own code (gzip -9)`,
      value: kilobytes(sizes.reduce((sum, { bytes }) => sum + bytes, 0)),
      unit: 'KB',
      budget: 200,
      isHard: true,
      note: 'each loaded when it is met',
    },
  ];
}

async function ownBytes(name: string): Promise<number> {
  const folder = join(project, 'src', 'lib', 'challenges', name);
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root: project,
    plugins: [svelte({ configFile: false })],
    build: {
      write: false,
      minify: true,
      cssMinify: true,
      target: 'es2023',
      lib: { entry: join(folder, 'View.svelte'), formats: ['es'], fileName: name, cssFileName: name },
      rolldownOptions: {
        external: (id, importer) =>
          importer !== undefined && !id.startsWith('./') && !id.startsWith(folder) && !id.startsWith('\0'),
      },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const code = outputs
    .flatMap((one) => ('output' in one ? one.output : []))
    .map((file) => (file.type === 'chunk' ? file.code : file.source));
  return code.reduce((sum, each) => sum + gzipSync(each, { level: 9 }).length, 0);
}
