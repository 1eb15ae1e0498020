import type { Kysely } from 'kysely';
import { base64url, bytesOfBase64url, bytesOfHex } from '#lib/base/bytes.ts';
import { digest } from '#lib/server/digest.ts';
import type { Database } from '#lib/server/schema.ts';
import { chainStart, type Writer } from '../chain.ts';
import { joinProof } from '../enrolment.ts';
import type { OutgoingEvent } from '../outgoing-event.ts';

/** A device as the server knows it: its key, and where its chain stands. */
export interface Device extends Writer {
  readonly campaign: string;
  readonly publicKey: Uint8Array;
  readonly headSeq: number;
  readonly headHash: Uint8Array;
  /** Whether it is met for the first time. */
  readonly isNew: boolean;
}

/** A device as it is known, once for each of its epochs; none when it was never met. */
export async function epochsOf(
  database: Kysely<Database>,
  { organisation, device }: Omit<Writer, 'epoch'>,
): Promise<readonly Device[]> {
  const rows = await database
    .selectFrom('device')
    .where('organisation', '=', organisation)
    .where('device', '=', device)
    .select(['epoch', 'campaign', 'public_key', 'head_seq', 'head_hash'])
    .execute();
  return rows.flatMap(({ epoch, campaign, public_key, head_seq: headSeq, head_hash }) => {
    const publicKey = bytesOfBase64url(public_key);
    const headHash = bytesOfHex(head_hash);
    if (publicKey === undefined || headHash === undefined) return [];
    return { organisation, device, epoch, campaign, publicKey, headSeq, headHash, isNew: false };
  });
}

/**
 * The device that its first event enrols, given the epochs of it that are known; undefined when the event is another, or does
 * not prove that the device held a card of one of the organisation's campaigns. A closed campaign still enrols: its card may have been read in time, offline.
 */
export async function enrolled(
  database: Kysely<Database>,
  writer: Writer,
  first: OutgoingEvent | undefined,
  epochs: readonly Device[],
): Promise<Device | undefined> {
  if (first?.type !== 'device.enrolled') return undefined;
  const campaign = await database
    .selectFrom('campaign')
    .where('organisation', '=', writer.organisation)
    .where('campaign', '=', first.campaign)
    .select('join_secret')
    .executeTakeFirst();
  const publicKey = bytesOfBase64url(first.key);
  if (campaign === undefined || publicKey === undefined) return undefined;
  const proof = await joinProof(campaign.join_secret, first.campaign, writer.device, first.key, digest);
  if (proof !== first.proof) return undefined;
  // Another epoch of a device that is known is that of whoever has its key, and of nobody else.
  if (epochs.some((known) => base64url(known.publicKey) !== first.key)) return undefined;
  const headHash = await chainStart(writer, digest);
  return { ...writer, campaign: first.campaign, publicKey, headSeq: 0, headHash, isNew: true };
}
