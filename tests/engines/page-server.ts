import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'vite';

/** What a browser gave back. */
export interface PageResult {
  readonly digest: string;
  readonly agent: string;
}

/** A server on this machine alone, with one page, that waits for what browsers compute. */
export interface PageServer {
  readonly address: string;
  /** The next result that comes. */
  result(): Promise<PageResult>;
  close(): void;
}

/** Starts the server of the page. */
export async function startPageServer(): Promise<PageServer> {
  const script = await bundled();
  let give: (result: PageResult) => void = () => undefined;
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      void text(request).then((body) => {
        response.end();
        give(JSON.parse(body) as PageResult);
      });
      return;
    }
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(
      isScript ? script : '<!doctype html><title>Jalon</title><script type="module" src="/page.js"></script>',
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    address: `http://127.0.0.1:${address.port}/`,
    result: () =>
      new Promise((resolve) => {
        give = resolve;
      }),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, 'page.ts'), formats: ['es'], fileName: 'page' },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  return outputs
    .flatMap((one) => ('output' in one ? one.output : []))
    .map((chunk) => (chunk.type === 'chunk' ? chunk.code : ''))
    .join('');
}
