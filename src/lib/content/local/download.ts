import { concatenated } from '#lib/base/bytes.ts';
import type { LocalDatabase } from '#lib/local/database.ts';
import type { ChunkEntry } from '../manifest.ts';

/** How often what has arrived of a chunk is kept, in bytes: so much at most is fetched again after a break. */
const keptEvery = 16_384;
/** How long nothing may arrive before a download counts as broken off: a dead access point never says so itself. */
const stallMs = 60_000;

/**
 * The bytes of a chunk, going on from where an earlier download broke off; undefined when the network fails. What has
 * arrived is kept meanwhile. `arrived` hears of each run of new bytes.
 */
export async function downloadChunk(
  database: LocalDatabase,
  address: string,
  entry: ChunkEntry,
  arrived: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const partial = (await database.partials.get(entry.sha256))?.bytes ?? new Uint8Array(0);
  // All of it had arrived when the last download broke off: there is no rest to ask for.
  if (partial.length >= entry.bytes) return concatenated(partial);
  let whole = concatenated(partial);
  const stalled = new AbortController();
  let watch = setTimeout(() => stalled.abort(), stallMs);
  try {
    const headers = whole.length > 0 ? { range: `bytes=${whole.length}-` } : undefined;
    const answer = await fetch(address, {
      ...(headers && { headers }),
      cache: 'no-store',
      signal: stalled.signal,
    });
    if (!answer.ok || answer.body === null || isPage(answer)) return undefined;
    // A server that does not know ranges sends all of it again.
    if (answer.status !== 206) whole = new Uint8Array(0);
    else arrived(whole.length);
    let unsaved = 0;
    for (const reader = answer.body.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) return whole;
      clearTimeout(watch);
      watch = setTimeout(() => stalled.abort(), stallMs);
      whole = concatenated(whole, value);
      arrived(value.length);
      unsaved += value.length;
      if (whole.length > entry.bytes) return whole;
      if (unsaved < keptEvery) continue;
      unsaved = 0;
      await keepPartial(database, entry, whole);
    }
  } catch {
    await keepPartial(database, entry, whole);
    return undefined;
  } finally {
    clearTimeout(watch);
  }
}

/** Whether a page came in place of what was asked for, as a captive portal gives with status 200. */
export function isPage(answer: Response): boolean {
  return answer.ok && (answer.headers.get('content-type') ?? '').startsWith('text/html');
}

async function keepPartial(database: LocalDatabase, entry: ChunkEntry, bytes: Uint8Array): Promise<void> {
  if (bytes.length > 0) await database.partials.put({ sha256: entry.sha256, bytes }).catch(() => undefined);
}
