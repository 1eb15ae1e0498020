import * as registry from '#lib/challenges/registry.ts';
import { checkSources } from '#lib/content/check.ts';
import { readSources } from '#lib/content/server/source-folder.ts';
export const load = async ({ url }: { url: URL }) => {
  const files = await readSources('content-bundles');
  const { bundles } = checkSources(files, registry);
  const id = url.searchParams.get('c') ?? '';
  const found = bundles.flatMap((b) => b.challenges).find((c) => c.challenge.id.endsWith(id));
  if (!found) throw new Error('no ' + id + ' in ' + bundles.flatMap((b) => b.challenges).map((c) => c.challenge.id).join(' '));
  return { challenge: found.challenge, texts: found.texts, locale: url.searchParams.get('l') ?? 'fr', theme: url.searchParams.get('t') ?? '', locked: url.searchParams.has('locked') };
};
