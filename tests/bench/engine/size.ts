import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import type { Figure } from './figure.ts';

const MOST_KILOBYTES = 7;
const project = join(import.meta.dirname, '..', '..', '..');

/** What a page imports of the engine: six policies, the next item, levels; with all that these need, minified. */
const entry = `
export * from '#lib/adaptive/level.ts';
export * from '#lib/adaptive/next-item.ts';
export * from '#lib/adaptive/policy.ts';
export * from '#lib/adaptive/posterior.ts';
export * from '#lib/adaptive/situation.ts';
export * from '#lib/adaptive/stopping.ts';
`;

/** The size of the engine in a learner's page. */
export async function size(): Promise<Figure> {
  const id = join(project, 'src', 'engine-size.ts');
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root: project,
    plugins: [
      {
        name: 'entry',
        resolveId: (source) => (source === id ? id : undefined),
        load: (source) => (source === id ? entry : undefined),
      },
    ],
    build: {
      write: false,
      minify: true,
      target: 'es2023',
      // As an application's entry: a library's is written with its spaces.
      rolldownOptions: { input: id, preserveEntrySignatures: 'strict' },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const code = outputs
    .flatMap((one) => ('output' in one ? one.output : []))
    .map((chunk) => (chunk.type === 'chunk' ? chunk.code : ''))
    .join('');
  const kilobytes = gzipSync(code, { level: 9 }).length / 1000;
  return {
    row: 'size of the engine in the page, gzip',
    measured: `${kilobytes.toFixed(2)} kB`,
    values: { kilobytes },
    target: `≤ ${MOST_KILOBYTES} kB`,
    isReached: kilobytes <= MOST_KILOBYTES,
  };
}
