import type { Result } from '#lib/base/result.ts';
import { intake, type Take } from './live-intake.ts';
import type { LiveChannel } from './local/live-channel.ts';

/** Whether a device still tells where its person stands, or ended it, or went silent. */
export type LinkState = 'live' | 'ended';

/** The other devices that tell this one, as long as their links hold, where somebody stands. */
export class LiveLinks<Reason extends string> {
  #states = $state.raw<ReadonlyMap<string, LinkState>>(new Map());
  readonly #channels = new Map<string, LiveChannel>();
  readonly #take: Take<Reason | 'damaged'>;

  /** `take` takes in what comes. */
  constructor(take: Take<Reason | 'damaged'>) {
    this.#take = take;
  }

  /** By the person's id of the day; who was never linked is not in it. */
  get states(): ReadonlyMap<string, LinkState> {
    return this.#states;
  }

  /** Listens to a channel from now on; resolves with what became of the first that it told. */
  join(channel: LiveChannel): Promise<Result<string, Reason | 'damaged'>> {
    return new Promise((resolve) => {
      let person: string | undefined;
      const over = (): void => {
        if (person === undefined || this.#channels.get(person) !== channel) return;
        this.#channels.delete(person);
        this.#states = new Map(this.#states).set(person, 'ended');
      };
      const hear = intake<Reason>(this.#take, (taken) => {
        resolve(taken);
        if (!taken.ok) {
          channel.close();
          over();
        } else if (person === undefined) {
          person = taken.value;
          this.#hold(person, channel);
        }
      });
      channel.listen((text) => void hear(text), over);
    });
  }

  /** Ends the link with somebody's device, and no longer tells of it. */
  end(person: string): void {
    this.#channels.get(person)?.close();
    this.#channels.delete(person);
    this.forget(person);
  }

  /** Ends every link. */
  endAll(): void {
    for (const person of this.#states.keys()) this.end(person);
  }

  /** No longer tells that a link ended: the person was read another way. */
  forget(person: string): void {
    if (this.#channels.has(person)) return;
    const states = new Map(this.#states);
    states.delete(person);
    this.#states = states;
  }

  #hold(person: string, channel: LiveChannel): void {
    const before = this.#channels.get(person);
    this.#channels.set(person, channel);
    this.#states = new Map(this.#states).set(person, 'live');
    // The same person from the same device, linked once more.
    before?.close();
  }
}
