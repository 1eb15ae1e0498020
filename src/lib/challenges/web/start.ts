import * as v from 'valibot';

const text = v.pipe(v.string(), v.minLength(1));

/** What an author writes for one page of the little web. */
export const pageSchema = v.strictObject({
  id: text,
  address: text,
  title: text,
  body: text,
  lead: v.optional(text),
  date: v.optional(v.pipe(v.string(), v.isoDate())),
  sponsored: v.optional(v.boolean(), false),
  insecure: v.optional(v.boolean(), false),
});
export type WebPage = v.InferOutput<typeof pageSchema>;

/** What an author writes under `start` for the browser. */
export const webStartSchema = v.strictObject({
  at: text,
  search: v.optional(v.boolean(), true),
  tiles: v.optional(v.pipe(v.array(text), v.minLength(2), v.maxLength(16))),
  pages: v.pipe(v.array(pageSchema), v.minLength(1), v.maxLength(80)),
  banner: v.optional(
    v.strictObject({
      text,
      buttons: v.pipe(v.array(v.strictObject({ id: text, text })), v.minLength(1), v.maxLength(4)),
      on: text,
    }),
  ),
});
export type WebStart = v.InferOutput<typeof webStartSchema>;

/** Names of places that are no page, so no page may take them. */
const reserved = ['search', 'results'];

/** Every `@key` of a browser's start. */
export function webTexts(start: WebStart): readonly string[] {
  return [
    ...(start.tiles ?? []),
    ...start.pages.flatMap((page) => [
      page.title,
      page.body,
      ...(page.lead === undefined ? [] : [page.lead]),
    ]),
    ...(start.banner === undefined
      ? []
      : [start.banner.text, ...start.banner.buttons.map((button) => button.text)]),
  ].filter((each) => each.startsWith('@'));
}

/** Faults of sense in a browser's start, in English; empty when there is none. */
export function webFaults(start: WebStart): readonly string[] {
  const ids = start.pages.map((page) => page.id);
  const faults = [
    ...repeated(ids).map((id) => `the page id "${id}" is given twice`),
    ...repeated(start.pages.map((page) => page.address)).map(
      (address) => `the address "${address}" is given twice`,
    ),
    ...ids.filter((id) => reserved.includes(id)).map((id) => `no page may be named "${id}"`),
    ...start.pages.flatMap(addressFaults),
    ...repeated(start.banner?.buttons.map((button) => button.id) ?? []).map(
      (id) => `the banner's button "${id}" is given twice`,
    ),
  ];
  if (start.at === 'search' && !start.search) faults.push('`at` is search, yet there is no search engine');
  if (start.at !== 'search' && !ids.includes(start.at)) faults.push(`\`at\` names no page: "${start.at}"`);
  if (start.tiles !== undefined && !start.search) faults.push('`tiles` need the search engine');
  if (start.banner !== undefined && !ids.includes(start.banner.on)) {
    faults.push(`the banner stands on no page: "${start.banner.on}"`);
  }
  return faults;
}

function addressFaults(page: WebPage): readonly string[] {
  const host = page.address.split('/')[0] ?? '';
  const faults: string[] = [];
  if (/^[a-z]+:/.test(page.address)) faults.push(`the address "${page.address}" is written without https://`);
  // The ending .example is kept free of real owners (RFC 2606), so nobody is ever sent to a stranger's site.
  else if (!/^[a-z0-9.-]+\.example$/.test(host)) {
    faults.push(`the address "${page.address}" must be in small letters, its site ending in .example`);
  }
  return faults;
}

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
