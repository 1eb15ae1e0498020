import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { itemsOf } from '#lib/content/server/bundle-reader.ts';
import type { ItemEntry } from '#lib/content/manifest.ts';
import type { Database } from '#lib/server/schema.ts';
import type { OutgoingEvent } from '../outgoing-event.ts';

/** An answer that an organisation received. */
export interface ReceivedAnswer {
  /** A hash of the organisation and the device: says who answered alike, and not who. */
  readonly learner: string;
  /** The item's id in its bundle. */
  readonly item: string;
  /** The share of full credit, from 0 to 1. */
  readonly score: number;
  /** The learner's day, in milliseconds. */
  readonly at: number;
}

/**
 * All answers that organisations received and may still use, device by device. Left out: what was taken back, what grading
 * again contradicts, what was answered with help, and what came from a revision that the data directory lacks.
 */
export async function* receivedAnswers(
  database: Kysely<Database>,
  bundleFolder: string,
): AsyncGenerator<ReceivedAnswer> {
  const contradicted = await contradictedShares(database);
  const itemsFor = manifestReader(bundleFolder);
  const rows = database
    .selectFrom('event')
    .where('type', 'in', ['consent.given', 'attempt.started', 'response.given'])
    .where('body', 'is not', null)
    .select(['organisation', 'device', 'epoch', 'seq', 'body'])
    .orderBy('organisation')
    .orderBy('device')
    .orderBy('epoch')
    .orderBy('seq')
    .stream();
  let stream = '';
  let learner = '';
  let at: number | undefined;
  let items: readonly ItemEntry[] | undefined;
  for await (const { organisation, device, epoch, seq, body } of rows) {
    const here = streamKey(organisation, device, epoch);
    if (here !== stream) {
      stream = here;
      learner = createHash('sha256').update(`${organisation} ${device}`).digest('hex').slice(0, 32);
      at = undefined;
      items = undefined;
    }
    const event = JSON.parse(body ?? 'null') as OutgoingEvent;
    if (event.type === 'consent.given') {
      const day = Date.parse(event.day);
      const isUsable = event.scope === 'answers' && !contradicted.has(`${here} ${seq}`);
      at = isUsable && Number.isFinite(day) ? day : undefined;
      items = undefined;
    } else if (event.type === 'attempt.started') {
      items = at === undefined ? undefined : await itemsFor(event.bundle, event.revision);
    } else if (event.type === 'response.given' && at !== undefined && event.help === 0) {
      const entry = items?.[event.item];
      if (entry === undefined || event.score > entry.steps) continue;
      yield { learner, item: entry.id, score: event.score / entry.steps, at };
    }
  }
}

function streamKey(organisation: string, device: string, epoch: number): string {
  return `${organisation} ${device} ${epoch}`;
}

async function contradictedShares(database: Kysely<Database>): Promise<ReadonlySet<string>> {
  const rows = await database
    .selectFrom('participation')
    .where('verdict', '=', 'differs')
    .select(['organisation', 'device', 'epoch', 'seq'])
    .execute();
  return new Set(
    rows.map(({ organisation, device, epoch, seq }) => `${streamKey(organisation, device, epoch)} ${seq}`),
  );
}

function manifestReader(
  folder: string,
): (bundle: string, revision: number) => Promise<readonly ItemEntry[] | undefined> {
  const known = new Map<string, Promise<readonly ItemEntry[] | undefined>>();
  return (bundle, revision) => {
    const key = `${bundle}/${revision}`;
    const reading = known.get(key) ?? itemsOf(folder, bundle, revision);
    known.set(key, reading);
    return reading;
  };
}
