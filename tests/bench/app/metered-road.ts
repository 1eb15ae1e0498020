import { createServer, request, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { once } from 'node:events';

/** One answer that a device received. */
export interface Transfer {
  readonly path: string;
  /** Headers and body as they travelled, compressed. */
  readonly bytes: number;
}

/**
 * A road to the server that counts what a device receives, whoever asked: page, service worker, or the browser itself,
 * which brings the service worker's script and says so to nobody.
 */
export class MeteredRoad {
  readonly address: string;
  readonly transfers: Transfer[] = [];
  readonly #entrance: Server;

  private constructor(address: string, entrance: Server) {
    this.address = address;
    this.#entrance = entrance;
  }

  /** A road that leads to the server of an address. */
  static async to(address: string): Promise<MeteredRoad> {
    const entrance = createServer();
    entrance.listen(0, 'localhost');
    await once(entrance, 'listening');
    const place = entrance.address();
    if (place === null || typeof place === 'string') throw new Error('no free port');
    const road = new MeteredRoad(`http://localhost:${place.port}`, entrance);
    const counted = new WeakMap<Socket, number>();
    entrance.on('request', (asked, answer) => {
      const { method, url: path = '/', headers, socket } = asked;
      answer.once('finish', () => {
        road.transfers.push({ path, bytes: socket.bytesWritten - (counted.get(socket) ?? 0) });
        counted.set(socket, socket.bytesWritten);
      });
      const onwards = request(`${address}${path}`, { method, headers }, (given) => {
        answer.writeHead(given.statusCode ?? 502, given.rawHeaders);
        given.pipe(answer);
      });
      onwards.once('error', () => answer.destroy());
      asked.pipe(onwards);
    });
    return road;
  }

  close(): void {
    this.#entrance.close();
    this.#entrance.closeAllConnections();
  }
}

/** The bytes of some transfers together. */
export function bytesOf(transfers: readonly Transfer[]): number {
  return transfers.reduce((sum, { bytes }) => sum + bytes, 0);
}

const kinds = [
  { of: /^\/_app\/.+\.js$/, name: 'scripts' },
  { of: /^\/bundles\//, name: 'exercises' },
  { of: /^\/service-worker\.js$/, name: 'service worker' },
  { of: /\.woff2$/, name: 'font' },
  { of: /\.css$/, name: 'styles' },
  { of: /^/, name: 'the rest' },
];

/** What some transfers are for, heaviest first, in words. */
export function contentsOf(transfers: readonly Transfer[]): string {
  const sums = new Map<string, number>();
  for (const { path, bytes } of transfers) {
    const name = kinds.find(({ of }) => of.test(path))?.name ?? '';
    sums.set(name, (sums.get(name) ?? 0) + bytes);
  }
  return [...sums]
    .sort(([, left], [, right]) => right - left)
    .map(([name, bytes]) => `${name} ${(bytes / 1000).toFixed(1)}`)
    .join(', ');
}
