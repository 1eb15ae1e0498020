import { canonicalJson } from '#lib/base/canonical-json.ts';
import { base64url, textOf, utf8 } from '#lib/base/bytes.ts';
import { digest, randomBytes } from '#lib/base/platform/crypto.ts';
import type { CampaignRef } from '#lib/journal/event.ts';
import type { LocalDatabase, OutboxRow } from '#lib/local/database.ts';
import { lockBytes, unlockBytes } from '#lib/local/device-key.ts';
import type { OutgoingEvent } from '../outgoing-event.ts';

/** Where an entry of the outbox stands. */
export type Delivery = 'waiting' | 'left' | 'received' | 'setAside';

/** A new entry, locked under the device's key, so that it can leave while the learner's journal is closed. */
export async function outboxRow(
  database: LocalDatabase,
  { organisation, campaign }: CampaignRef,
  events: readonly OutgoingEvent[],
  now: number,
): Promise<OutboxRow> {
  const locked = await lockBytes(database, utf8(canonicalJson(events)));
  // Entries leave in the order they were made in; a clock that was put back may not move one before another.
  const others = await database.outbox.where('organisation').equals(organisation).toArray();
  const createdAt = Math.max(now, ...others.map((row) => row.createdAt + 1));
  return { id: base64url(randomBytes(12)), organisation, campaign, createdAt, ...locked };
}

/** SHA-256 of what leaves, for the record of the agreement (base64url). */
export async function payloadHash(events: readonly OutgoingEvent[]): Promise<string> {
  return base64url(await digest(utf8(canonicalJson(events))));
}

/** The events of an entry; undefined when its bytes are damaged, or under another device's key. */
export async function eventsOfRow(
  database: LocalDatabase,
  row: OutboxRow,
): Promise<readonly OutgoingEvent[] | undefined> {
  try {
    return JSON.parse(textOf(await unlockBytes(database, row))) as readonly OutgoingEvent[];
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return undefined;
    throw error;
  }
}

/** Whether an entry has no receipt yet, and one may still come: what cannot leave waits for none. */
export function isUnconfirmed(row: OutboxRow): boolean {
  return row.acknowledgedAt === undefined && row.setAside === undefined;
}

/** Where an entry stands: a receipt alone makes it `received`; once it stands in a parcel it counts as `left`. */
export function deliveryOf(row: OutboxRow): Delivery {
  if (row.acknowledgedAt !== undefined) return 'received';
  if (row.setAside !== undefined) return 'setAside';
  return row.first === undefined && row.hasLeft !== true ? 'waiting' : 'left';
}
