import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';

/** A road of bytes to a server: it counts them both ways, and how often an answer was waited for. */
export class CountedRoad {
  readonly port: number;
  up = 0;
  down = 0;
  /** How often the way turned: something went up after something came down, or first of all. */
  trips = 0;
  readonly #entrance: Server;
  #isGoingUp = false;

  private constructor(entrance: Server, port: number) {
    this.#entrance = entrance;
    this.port = port;
  }

  static async to(port: number): Promise<CountedRoad> {
    const entrance = createServer();
    entrance.listen(0, '127.0.0.1');
    await once(entrance, 'listening');
    const place = entrance.address();
    if (place === null || typeof place === 'string') throw new Error('no free port');
    const road = new CountedRoad(entrance, place.port);
    entrance.on('connection', (near) => {
      const far = connect(port, 'localhost');
      near.on('data', (bytes) => {
        road.up += bytes.length;
        if (!road.#isGoingUp) road.trips += 1;
        road.#isGoingUp = true;
      });
      far.on('data', (bytes) => {
        road.down += bytes.length;
        road.#isGoingUp = false;
      });
      near.pipe(far).pipe(near);
      for (const end of [near, far]) {
        end.on('error', () => {
          near.destroy();
          far.destroy();
        });
      }
    });
    return road;
  }

  /** Begins to count anew. */
  reset(): void {
    [this.up, this.down, this.trips, this.#isGoingUp] = [0, 0, 0, false];
  }

  close(): void {
    this.#entrance.close();
  }
}
