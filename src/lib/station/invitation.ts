/** What of an address says where it leads. */
interface Address {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

let link: string | undefined;

/** Remembers the link to a group that was followed while nobody's journal was open, for whoever opens theirs next. */
export function keepInvitation({ pathname, search, hash }: Address): void {
  if (pathname === '/join' && (hash.length > 1 || search.length > 1)) link = pathname + search + hash;
}

/** Whether somebody was invited and has not come in yet. */
export function isInvited(): boolean {
  return link !== undefined;
}

/** The address to go on to for whoever has just come in, `usual` when nobody was invited; an invitation serves once. */
export function wayOn(usual: string): string {
  const way = link ?? usual;
  link = undefined;
  return way;
}
