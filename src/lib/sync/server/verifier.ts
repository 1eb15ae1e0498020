import { join } from 'node:path';
import { digest } from '#lib/base/platform/crypto.ts';
import { contentOf, itemsOf } from '#lib/content/server/bundle-reader.ts';
import { verdictOn, type KnownRevision, type Share, type ShareVerdict } from '../verification.ts';

/** Judges shares against the bundles kept in a data directory; revisions read once are remembered. */
export function verifierOf(dataDirectory: string): (share: Share) => Promise<ShareVerdict> {
  const folder = join(dataDirectory, 'bundles');
  const known = new Map<string, Promise<KnownRevision | undefined>>();
  return async (share) => {
    const { bundle, revision } = share.started;
    const key = `${bundle}/${revision}`;
    const reading = known.get(key) ?? readRevision(folder, bundle, revision);
    known.set(key, reading);
    const content = await reading;
    // A revision that arrives later is looked for again.
    if (content === undefined) known.delete(key);
    return verdictOn(share, content);
  };
}

async function readRevision(
  folder: string,
  bundle: string,
  revision: number,
): Promise<KnownRevision | undefined> {
  const items = await itemsOf(folder, bundle, revision);
  const content = await contentOf(folder, bundle, revision, 'fr', digest);
  return items && content && { items, content };
}
