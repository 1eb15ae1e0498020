import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Wraps an adapter: before it runs, lists every file of the learner's application with its digest, and writes the list into
 * the built service worker. Pages of organisations and what only they load are left out.
 *
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function withPrecache(adapter) {
  return {
    ...adapter,
    async adapt(builder) {
      const client = builder.getClientDirectory();
      const pages = builder.config.kit.outDir;
      const files = await shellFiles(client, join(pages, 'output/prerendered/pages'), pages);
      const worker = join(client, 'service-worker.js');
      const source = await readFile(worker, 'utf8');
      const list = JSON.stringify(files);
      const written = source.replace(/(?:self|globalThis)\.__SHELL/, () => list);
      if (written === source) throw new Error('the service worker has no place for the list of files');
      await writeFile(worker, written);
      builder.log.success(`service worker keeps ${files.length} files`);
      await adapter.adapt(builder);
    },
  };
}

/**
 * @param {string} client
 * @param {string} pages
 * @param {string} generated
 */
async function shellFiles(client, pages, generated) {
  const scripts = await learnerScripts(client, generated);
  const drawings = (await readdir(client)).filter((name) => /\.(svg|png|webmanifest)$/.test(name));
  // Pictures of the guide are heavy and nobody waits for them: they come last.
  const light = scripts.filter((file) => !file.endsWith('.webp'));
  const heavy = scripts.filter((file) => file.endsWith('.webp'));
  const kept = [...light, ...drawings, ...(await fontsOf(client)), ...heavy].map((file) => ({
    url: `/${file}`,
    path: join(client, file),
  }));
  const prerendered = (await readdir(pages, { recursive: true }))
    .filter((name) => name.endsWith('.html'))
    .map((name) => ({ url: addressOf(name), path: join(pages, name) }));
  return Promise.all(
    [...kept, ...prerendered].map(async ({ url, path }) => {
      const digest = createHash('sha256').update(await readFile(path));
      const integrity = `sha256-${digest.digest('base64')}`;
      // A name that holds its own digest needs no revision.
      const revision = url.startsWith('/_app/immutable/') ? null : integrity.slice(7, 23);
      return { url, revision, integrity };
    }),
  );
}

/** @param {string} name */
function addressOf(name) {
  return `/${name.replace(/\.html$/, '').replace(/(^|\/)index$/, '')}`;
}

/**
 * What the learner's pages load, now or later: all that can be reached from the entries without passing through a node
 * (a page or layout) of the organisations.
 *
 * @param {string} client
 * @param {string} generated
 */
async function learnerScripts(client, generated) {
  /** @type {Record<string, { file: string, isEntry?: boolean, imports?: string[], dynamicImports?: string[], css?: string[], assets?: string[] }>} */
  const manifest = JSON.parse(await readFile(join(client, '.vite/manifest.json'), 'utf8'));
  /** @type {Set<string>} */
  const files = new Set();
  /** @type {Set<string>} */
  const seen = new Set();
  /** @param {string} key */
  const visit = async (key) => {
    const chunk = manifest[key];
    if (chunk === undefined || seen.has(key)) return;
    seen.add(key);
    if (await isOfOrganisation(key, generated)) return;
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file);
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) await visit(next);
  };
  for (const [key, chunk] of Object.entries(manifest)) {
    if (chunk.isEntry && !key.includes('/nodes/')) await visit(key);
  }
  return [...files];
}

/**
 * @param {string} key
 * @param {string} generated
 */
async function isOfOrganisation(key, generated) {
  const node = /generated\/client-optimized\/nodes\/\d+\.js$/.exec(key);
  if (node === null) return false;
  return (await readFile(join(generated, node[0]), 'utf8')).includes('(organisation)');
}

/** @param {string} client */
async function fontsOf(client) {
  const assets = await readdir(join(client, '_app/immutable/assets'));
  return assets.filter((name) => name.endsWith('.woff2')).map((name) => `_app/immutable/assets/${name}`);
}
