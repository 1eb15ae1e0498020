/** What has a place among folders. */
interface Placed {
  readonly id: string;
  readonly in: string;
}

/** The ids of the folders around an entry, nearest first; ends at `home`, `trash` or `gone`, and never loops. */
export function ancestorsOf(entries: readonly Placed[], id: string): readonly string[] {
  const found: string[] = [];
  let current = entries.find((entry) => entry.id === id);
  while (current !== undefined && !found.includes(current.in)) {
    const folder: string = current.in;
    found.push(folder);
    current = entries.find((entry) => entry.id === folder);
  }
  return found;
}

/** The entries inside a folder at any depth, in their own order. */
export function insideOf<Entry extends Placed>(entries: readonly Entry[], id: string): readonly Entry[] {
  return entries.filter((entry) => entry.id !== id && ancestorsOf(entries, entry.id).includes(id));
}

/** The entries directly in a folder. */
export function childrenOf<Entry extends Placed>(entries: readonly Entry[], id: string): readonly Entry[] {
  return entries.filter((entry) => entry.in === id);
}

/** Where an entry is as far as anybody can tell: its folder, or `trash` or `gone` when a folder around it is there. */
export function placeOf(entries: readonly Placed[], entry: Placed): string {
  const outermost = ancestorsOf(entries, entry.id).at(-1);
  return outermost === 'trash' || outermost === 'gone' ? outermost : entry.in;
}
