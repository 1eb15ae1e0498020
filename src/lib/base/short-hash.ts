/** A number of 16 bits for an id, the same everywhere: FNV-1a (Fowler, Noll and Vo, 1991), folded. For where room is short and a mistake costs little. */
export function shortHash(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1)
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0;
  return (hash >>> 16) ^ (hash & 0xffff);
}
