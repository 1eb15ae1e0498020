import { signerOf } from '#lib/base/platform/crypto.ts';
import type { CampaignRef } from '#lib/journal/event.ts';
import type { LocalDatabase, SlipRow } from '#lib/local/database.ts';
import { slipBytes } from '../withdrawal-slip.ts';

/** A slip, whoever it is of. */
type Slip = Omit<SlipRow, 'learner'>;
/** An agreement, by the entry of the outbox that carries it. */
type GivenConsent = CampaignRef & { readonly outbox: string };

/**
 * What another device needs to take these agreements back: for those that left from here, a slip signed by the key that
 * never leaves; for those that came along in a backup, the slip that came with them.
 */
export async function slipsFor(
  database: LocalDatabase,
  consents: readonly GivenConsent[],
): Promise<readonly Slip[]> {
  const slips = await Promise.all(
    consents.map(
      async (consent) => (await signedSlip(database, consent)) ?? keptSlip(database, consent.outbox),
    ),
  );
  return slips.flatMap((slip) => slip ?? []);
}

/** The slip that came along in a backup for an agreement. */
export function keptSlip(database: LocalDatabase, outbox: string): Promise<SlipRow | undefined> {
  return database.slips.get(outbox);
}

async function signedSlip(
  database: LocalDatabase,
  { outbox, organisation, campaign }: GivenConsent,
): Promise<Slip | undefined> {
  const row = await database.outbox.get(outbox);
  const consent = row?.first;
  const identity = await database.identities.get(organisation);
  if (consent === undefined || identity === undefined) return undefined;
  const { device, keys } = identity;
  const target = { organisation, device, epoch: row?.epoch ?? 1, consent };
  return { outbox, campaign, ...target, signature: await signerOf(keys.privateKey)(slipBytes(target)) };
}
