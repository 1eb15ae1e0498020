import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strictHeaders } from '#lib/server/headers.ts';
import { settingsOf, type Settings } from '#lib/server/settings.ts';
import { addressesOf, isOwnHost } from './hosts.ts';
import { prepareApart } from './prepare-apart.ts';
import type { Preparation } from './prepare.ts';
import { project } from './sources.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const exitCodes = { failed: 1, badSettings: 2, badData: 3, portTaken: 4 };
const PROTOCOL_HEADER = 'x-serve-protocol';
const LARGEST_BODY_BYTES = 4 * 1024 * 1024;
const GRACE_MS = 5_000;

process.exitCode = await serve();

async function serve(): Promise<number> {
  const settings = settingsOf(process.env, project);
  if (!settings.ok) return stopped(exitCodes.badSettings, settings.detail);
  const prepared = await prepareApart();
  if (!prepared.ok) return stopped(exitCodes.badData, `${prepared.reason}: ${prepared.detail ?? ''}`);
  return listen(settings.value, await builtHandler(settings.value), prepared.value);
}

// The built server reads its settings from the environment, once, when it is loaded.
async function builtHandler({ dataDirectory, origin }: Settings): Promise<Handler> {
  process.env['DATA_DIR'] = dataDirectory;
  // A generous bound for whole pages: what takes parcels has its own, before it reads them.
  process.env['BODY_SIZE_LIMIT'] ??= String(LARGEST_BODY_BYTES);
  if (origin !== undefined) process.env['ORIGIN'] = origin;
  // Without a public address each request's own is right, by http: the forgery check then compares like with like,
  // whether the page was opened as localhost, 127.0.0.1 or an address of the local network.
  else process.env['PROTOCOL_HEADER'] = PROTOCOL_HEADER;
  const built = (await import(pathToFileURL(join(project, 'build', 'handler.js')).href)) as {
    handler: Handler;
  };
  return built.handler;
}

function listen(settings: Settings, handler: Handler, preparation: Preparation): Promise<number> {
  const isHttps = settings.origin?.startsWith('https:') ?? false;
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(strictHeaders(request.url ?? '/', isHttps)))
      response.setHeader(name, value);
    if (settings.origin === undefined) {
      if (!isOwnHost(request.headers.host)) {
        misdirected(response);
        return;
      }
      request.headers[PROTOCOL_HEADER] = 'http';
    }
    handler(request, response);
  });
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const code = error.code === 'EADDRINUSE' ? exitCodes.portTaken : exitCodes.failed;
      resolve(stopped(code, `${settings.host}:${settings.port} : ${error.message}`));
    });
    server.listen(settings.port, settings.host, () => {
      const address = server.address();
      welcome(
        settings,
        typeof address === 'object' && address !== null ? address.port : settings.port,
        preparation,
      );
    });
    const stop = (): void => {
      server.close(() => {
        process.emit('sveltekit:shutdown' as 'disconnect');
        resolve(0);
      });
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}

function misdirected(response: ServerResponse): void {
  response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(
    'Cette adresse n’est pas connue de Jalon. Donnez-la dans la variable ORIGIN, puis redémarrez.\n',
  );
}

function welcome({ host, origin }: Settings, port: number, { bundles, demo }: Preparation): void {
  const { local, network } = addressesOf(host, port);
  const main = origin ?? local;
  const lines = [`Jalon est prêt : ${main}`, `  Équipes : ${main}/organisation`];
  for (const address of network) lines.push(`  Réseau local : ${address}`);
  lines.push(`  Contenus : ${bundles.join(', ') || 'aucun'}`);
  if (demo !== undefined) {
    lines.push(`  Compte de démonstration : ${demo.email}`);
    lines.push(`  Mot de passe, montré cette seule fois : ${demo.password}`);
  }
  if (!main.startsWith('https:')) {
    lines.push(
      '  Un téléphone a besoin d’une adresse https pour marcher sans réseau : voir ORIGIN dans le README.',
    );
  }
  console.log(lines.join('\n'));
}

function stopped(code: number, why: string | undefined): number {
  console.error(why);
  return code;
}
