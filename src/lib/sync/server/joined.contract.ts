import type { Kysely } from 'kysely';
import { bytesOfBase64url } from '#lib/base/bytes.ts';
import { generateStoredSigningKey, signerOfJwk } from '#lib/base/platform/crypto.ts';
import type { Sign } from '#lib/base/ports.ts';
import { createCampaign } from '#lib/campaigns/server/campaign-store.ts';
import { createOrganisation, organisationKey } from '#lib/campaigns/server/organisation-store.ts';
import type { Database } from '#lib/server/schema.ts';
import type { Joined } from './sending-device.contract.ts';

/** A campaign of a new organisation, as whoever reads its card knows it. */
export async function joinedTo(database: Kysely<Database>, now: number, signByRoot?: Sign): Promise<Joined> {
  const sign = signByRoot ?? (await signerOfJwk((await generateStoredSigningKey()).privateJwk));
  const organisation = await createOrganisation(database, 'EPN', sign, now);
  const { campaign, join_secret: joinSecret } = await createCampaign(
    database,
    organisation,
    {
      title: { fr: 'Bilan', en: 'Check-up' },
      purpose: { fr: 'Un atelier.', en: 'A workshop.' },
      asks: 'answers',
      policy: 'diagnostic',
      bundle: 'socle',
      retentionMonths: 6,
      expiresAt: now + 1e10,
    },
    now,
  );
  const keyOf = async (purpose: 'seal' | 'receipt'): Promise<Uint8Array> => {
    const key = await organisationKey(database, organisation, purpose);
    return bytesOfBase64url(key?.publicKey ?? '') ?? new Uint8Array(0);
  };
  return {
    organisation,
    campaign,
    joinSecret,
    sealingKey: await keyOf('seal'),
    receiptKey: await keyOf('receipt'),
  };
}
