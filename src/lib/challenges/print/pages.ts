/** The pages that a text names among so many: '' is all, « 2-3,5 » those; undefined when it names none, or one that is not there. */
export function pagesIn(text: string, count: number): readonly number[] | undefined {
  const all = Array.from({ length: count }, (_, index) => index + 1);
  const parts = text
    .replace(/\s/g, '')
    .split(/[,;]/)
    .filter((part) => part !== '');
  if (parts.length === 0) return all;
  const chosen = new Set<number>();
  for (const part of parts) {
    const [, from = '', to = from] = /^(\d{1,3})(?:[-–](\d{1,3}))?$/.exec(part) ?? [];
    const [first, last] = [Number(from), Number(to)];
    if (from === '' || first < 1 || last > count || first > last) return undefined;
    for (let page = first; page <= last; page += 1) chosen.add(page);
  }
  return all.filter((page) => chosen.has(page));
}

/** The sheets of paper that so many pages take. */
export function sheetsOf(pages: number, perSheet: number, twoSides: boolean, copies: number): number {
  return Math.ceil(Math.ceil(pages / perSheet) / (twoSides ? 2 : 1)) * copies;
}
