import { join, resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createServer, type Plugin, type ViteDevServer } from 'vite';
import * as registry from '#lib/challenges/registry.ts';
import { checkSources } from '#lib/content/check.ts';
import { isWarning } from '#lib/content/fault.ts';
import { readSources } from '#lib/content/server/source-folder.ts';
import { changedEvent, dataAddress, type PreviewChallenge, type PreviewData } from '../preview/data.ts';

/** Serves the challenges of a source folder on this machine alone, and tells pages when a file changes; returns its address. */
export async function preview(
  source: string,
  port: number,
): Promise<{ address: string; close: () => Promise<void> }> {
  const server = await createServer({
    configFile: false,
    root: resolve('src/preview'),
    cacheDir: resolve('node_modules/.vite-preview'),
    plugins: [svelte({ configFile: false }), contentPlugin(source)],
    server: { host: '127.0.0.1', port, strictPort: port !== 0, fs: { allow: [resolve('.')] } },
    logLevel: 'error',
  });
  await server.listen();
  const bound = server.httpServer?.address();
  const own = typeof bound === 'object' && bound !== null ? bound.port : port;
  return { address: `http://127.0.0.1:${own}/`, close: () => server.close() };
}

function contentPlugin(source: string): Plugin {
  // What could be read last: a file that is broken in mid-typing keeps its challenge on the screen.
  const known = new Map<string, PreviewChallenge>();
  let data: Promise<PreviewData> | undefined;
  return {
    name: 'content-sources',
    configureServer(server: ViteDevServer) {
      server.watcher.add(source);
      server.watcher.on('all', (_event, path) => {
        if (!resolve(path).startsWith(join(resolve(source), '/'))) return;
        data = undefined;
        server.ws.send({ type: 'custom', event: changedEvent });
      });
      server.middlewares.use((request, response, next) => {
        if (request.url !== dataAddress) {
          next();
          return;
        }
        data ??= read(source, known);
        data.then(
          (found) => {
            response.setHeader('content-type', 'application/json');
            response.setHeader('cache-control', 'no-store');
            response.end(JSON.stringify(found));
          },
          (error: unknown) => next(error),
        );
      });
    },
  };
}

async function read(source: string, known: Map<string, PreviewChallenge>): Promise<PreviewData> {
  const sources = checkSources(await readSources(source), registry);
  for (const { challenge, texts, examples, file } of sources.bundles.flatMap((bundle) => bundle.challenges)) {
    const folder = file.replace(/\/challenge\.yaml$/, '');
    known.set(challenge.id, { challenge, texts, examples, folder });
  }
  const faults = sources.faults.map((fault) => ({ ...fault, isWarning: isWarning(fault) }));
  return { challenges: [...known.values()], faults };
}
