import { base64url } from '#lib/base/bytes.ts';
import { signerOf } from '#lib/base/platform/crypto.ts';
import type { IdentityRow, LocalDatabase, OutboxRow } from '#lib/local/database.ts';
import type { OutgoingEvent } from '../outgoing-event.ts';
import { slipBytes } from '../withdrawal-slip.ts';
import { eventsOfRow } from './outbox.ts';

/**
 * The events of an entry as they go into the chain. One that takes an agreement back names the place where that agreement
 * stands: in this epoch by its sequence (`placed`, for those that get theirs now), in an earlier one by a slip that this
 * device signs. Undefined when this device no longer reads the entry.
 */
export async function placedEvents(
  database: LocalDatabase,
  identity: IdentityRow,
  row: OutboxRow,
  placed: ReadonlyMap<string, number>,
): Promise<readonly OutgoingEvent[] | undefined> {
  const events = await eventsOfRow(database, row);
  if (events === undefined) return undefined;
  return Promise.all(
    events.map(async (event) =>
      event.type === 'consent.withdrawn' ? named(database, identity, row, placed, event) : event,
    ),
  );
}

async function named(
  database: LocalDatabase,
  { organisation, device, epoch, keys }: IdentityRow,
  { takesBack = '' }: OutboxRow,
  placed: ReadonlyMap<string, number>,
  event: Extract<OutgoingEvent, { type: 'consent.withdrawn' }>,
): Promise<OutgoingEvent> {
  const now = placed.get(takesBack);
  if (now !== undefined) return { ...event, consent: now };
  const given = await database.outbox.get(takesBack);
  const consent = given?.first ?? event.consent;
  const target = { organisation, device, epoch: given?.epoch ?? 1, consent };
  if (target.epoch === epoch) return { ...event, consent };
  const signature = base64url(await signerOf(keys.privateKey)(slipBytes(target)));
  const { campaign, day } = event;
  return {
    ...{ type: 'withdrawal.carried', campaign, device, epoch: target.epoch },
    ...{ consent, signature, day },
  };
}
