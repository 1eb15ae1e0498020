/** A message of the browser's protocol, as far as it is read here. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

type Hear = (params: never, session: string) => void;

/** Chromium's own protocol over its socket: Playwright's sessions do not reach service workers. */
export class DevTools {
  readonly #socket: WebSocket;
  readonly #answers = new Map<number, (message: Message) => void>();
  readonly #heard = new Map<string, Hear[]>();
  #asked = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', (event) => this.#receive(JSON.parse(String(event.data)) as Message));
  }

  /** Connects to the browser that wrote its port and path into a profile. */
  static async connected(activePort: string): Promise<DevTools> {
    const [port, path] = activePort.split('\n');
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', () => reject(new Error('the browser refuses its own protocol')), {
        once: true,
      });
    });
    return new DevTools(socket);
  }

  /** Calls back at each event of a name, whatever session it comes from. */
  on(method: string, hear: Hear): void {
    this.#heard.set(method, [...(this.#heard.get(method) ?? []), hear]);
  }

  /** The answer to a command; rejects when the browser refuses it. */
  send(method: string, params: object = {}, sessionId?: string): Promise<unknown> {
    this.#asked += 1;
    const id = this.#asked;
    this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) }));
    return new Promise((resolve, reject) => {
      this.#answers.set(id, ({ result, error }) => {
        if (error === undefined) resolve(result);
        else reject(new Error(`${method}: ${error.message}`));
      });
    });
  }

  close(): void {
    this.#socket.close();
  }

  #receive(message: Message): void {
    if (message.id !== undefined) {
      this.#answers.get(message.id)?.(message);
      this.#answers.delete(message.id);
    } else if (message.method !== undefined) {
      for (const hear of this.#heard.get(message.method) ?? []) {
        hear(message.params as never, message.sessionId ?? '');
      }
    }
  }
}
