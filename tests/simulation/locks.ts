/** Web Locks of one running of the application: exclusive, in the order they were asked for; gone when the device is killed. */
export class Locks {
  readonly #last = new Map<string, Promise<unknown>>();

  request<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
    const before = this.#last.get(name) ?? Promise.resolve();
    const done = before.then(work);
    this.#last.set(
      name,
      done.catch(() => undefined),
    );
    return done;
  }
}
