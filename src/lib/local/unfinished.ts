import type { Json } from '#lib/base/canonical-json.ts';

const prefix = 'jalon-unfinished/';

/** Where a device that several people share keeps it: in this page's memory, since a tab's storage lies in clear on the disk. */
let memory: Map<string, string> | undefined;

/** What somebody began on a page and has not ended, kept by this tab until it closes: leaving the page, or a call in mid-answer, loses nothing. */
export function readUnfinished(key: string): unknown {
  try {
    const text = memory === undefined ? sessionStorage.getItem(prefix + key) : memory.get(key);
    return typeof text === 'string' ? (JSON.parse(text) as unknown) : undefined;
  } catch {
    // Where nothing can be kept, nothing was; what cannot be read is as nothing.
    return undefined;
  }
}

/** Keeps what was begun in the place of what was kept before; undefined keeps nothing. */
export function keepUnfinished(key: string, value: Json | undefined): void {
  try {
    if (memory !== undefined) {
      if (value === undefined) memory.delete(key);
      else memory.set(key, JSON.stringify(value));
    } else if (value === undefined) sessionStorage.removeItem(prefix + key);
    else sessionStorage.setItem(prefix + key, JSON.stringify(value));
  } catch {
    // It lasts as long as the page does.
  }
}

/** Forgets all that was begun, and from now on writes none of it down: what one person leaves is not shown to the next. */
export function forgetUnfinished(): void {
  memory = new Map();
  try {
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith(prefix))
      .forEach((key) => sessionStorage.removeItem(key));
  } catch {
    // Where nothing can be kept, there is nothing to forget.
  }
}
