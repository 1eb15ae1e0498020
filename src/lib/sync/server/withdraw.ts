import type { Kysely } from 'kysely';
import { bytesOfBase64url } from '#lib/base/bytes.ts';
import { verify } from '#lib/base/platform/crypto.ts';
import { empty } from '#lib/server/erasures.ts';
import type { Database } from '#lib/server/schema.ts';
import type { Writer } from '../chain.ts';
import type { OutgoingEvent } from '../outgoing-event.ts';
import { slipBytes } from '../withdrawal-slip.ts';

/** The longest share: its consent, its attempt, and what stands between. */
const longestShare = 502;

/**
 * Empties what was shared under the agreement at `consent` of a device's chain; identities and hashes stay, so that a late
 * copy is known and thrown away. Nothing where no agreement stands there. `at` is when that was asked.
 */
export async function withdraw(
  database: Kysely<Database>,
  stream: Writer,
  consent: number,
  campaign: string,
  at: number,
): Promise<void> {
  const of = { organisation: stream.organisation, device: stream.device, epoch: stream.epoch };
  const shared = await database
    .selectFrom('event')
    .where('organisation', '=', of.organisation)
    .where('device', '=', of.device)
    .where('epoch', '=', of.epoch)
    .where('seq', '>=', consent)
    .where('seq', '<=', consent + longestShare)
    .select(['seq', 'type', 'body', 'received_at'])
    .orderBy('seq')
    .execute();
  const [first] = shared;
  if (first?.seq !== consent || first.type !== 'consent.given') return;
  const end = shared.find((each) => each.type === 'attempt.completed');
  const given = first.body === null ? undefined : (JSON.parse(first.body) as OutgoingEvent);
  await empty(database, { ...of, from_seq: consent, upto_seq: end?.seq ?? consent, erased_at: at });
  const emptied = {
    ...of,
    seq: consent,
    campaign: given?.type === 'consent.given' ? given.campaign : campaign,
    nickname: '',
    avatar: '',
    scope: 'levels' as const,
    policy: '',
    day: '',
    bundle: '',
    revision: '',
    levels: '[]',
    verdict: 'stated' as const,
    answers: 0,
    received_at: first.received_at,
    withdrawn_at: at,
  };
  await database
    .insertInto('participation')
    .values(emptied)
    .onConflict((conflict) =>
      conflict.columns(['organisation', 'device', 'epoch', 'seq']).doUpdateSet(emptied),
    )
    .execute();
}

/** A request to take back what another device shared, as it is kept. */
interface Carried {
  readonly campaign: string;
  readonly consent: number;
  readonly signature: string;
  readonly received_at: number;
}

/** Keeps a slip that a device carries for another one, until what it is about has come. */
export async function keepSlip(
  database: Kysely<Database>,
  organisation: string,
  event: Extract<OutgoingEvent, { type: 'withdrawal.carried' }>,
  at: number,
): Promise<void> {
  const { device, epoch, consent, campaign, signature } = event;
  await database
    .insertInto('withdrawal')
    .values({ organisation, device, epoch, consent, campaign, signature, received_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The kept slips for what one device shared that its own key signed, the first one first; none while the device is not known. */
export async function signedSlips(
  database: Kysely<Database>,
  { organisation, device, epoch }: Writer,
): Promise<readonly Carried[]> {
  const known = await database
    .selectFrom('device')
    .where('organisation', '=', organisation)
    .where('device', '=', device)
    .where('epoch', '=', epoch)
    .select('public_key')
    .executeTakeFirst();
  const key = known && bytesOfBase64url(known.public_key);
  if (key === undefined) return [];
  const slips = await database
    .selectFrom('withdrawal')
    .where('organisation', '=', organisation)
    .where('device', '=', device)
    .where('epoch', '=', epoch)
    .select(['campaign', 'consent', 'signature', 'received_at'])
    .orderBy('received_at')
    .execute();
  const signed: Carried[] = [];
  for (const slip of slips) {
    const signature = bytesOfBase64url(slip.signature);
    const bytes = slipBytes({ organisation, device, epoch, consent: slip.consent });
    if (signature !== undefined && (await verify(key, bytes, signature))) signed.push(slip);
  }
  return signed;
}
