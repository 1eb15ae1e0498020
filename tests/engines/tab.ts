/** One page of a browser, driven from outside as a person's finger and keys would. */
export interface Tab {
  /** What the browser says that it is. */
  readonly agent: string;
  /** Goes to an address, and resolves once the page is loaded. */
  go(address: string): Promise<void>;
  /** Gives what an expression of the page gives, once it resolved; it must fit in JSON. */
  ask<Value>(expression: string): Promise<Value>;
  /** Taps what a selector finds. */
  tap(selector: string): Promise<void>;
  /** Types into what a selector finds. */
  type(selector: string, text: string): Promise<void>;
  close(): Promise<void>;
}
