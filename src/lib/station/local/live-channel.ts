/** An open channel between two devices: texts one way or the other, until one of them ends it. */
export class LiveChannel {
  readonly #connection: RTCPeerConnection;
  readonly #channel: RTCDataChannel;
  readonly #left = (): void => {
    this.#channel.close();
    this.#end();
  };
  #isOver = false;
  #onend: (() => void) | undefined;

  /** Holds a channel and the connection that it is alone on. */
  constructor(connection: RTCPeerConnection, channel: RTCDataChannel) {
    this.#connection = connection;
    this.#channel = channel;
    channel.addEventListener('close', () => this.#end());
    // A device that is switched off says nothing: its network address goes silent.
    connection.addEventListener('connectionstatechange', () => {
      if (['failed', 'closed'].includes(connection.connectionState)) this.#end();
    });
    addEventListener('pagehide', this.#left);
  }

  /** Hears what comes, and once that the other device, or the network, ended it. */
  listen(ontext: (text: string) => void, onend: () => void): void {
    this.#onend = onend;
    this.#channel.onmessage = ({ data }) => ontext(typeof data === 'string' ? data : '');
    if (this.#isOver) onend();
  }

  /** Sends a text; nothing once the channel is over. */
  send(text: string): void {
    if (this.#channel.readyState === 'open') this.#channel.send(text);
  }

  /** Ends it from here: `onend` is not called. */
  close(): void {
    this.#onend = undefined;
    this.#channel.close();
    this.#end();
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    removeEventListener('pagehide', this.#left);
    // After what is on its way: a connection that closes at once takes the word of the end with it.
    setTimeout(() => this.#connection.close(), 1_000);
    this.#onend?.();
  }
}
