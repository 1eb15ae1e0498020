import type { Kysely } from 'kysely';
import { signerOfJwk } from '#lib/base/platform/crypto.ts';
import type { Sign } from '#lib/base/ports.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import { signCard } from '#lib/campaigns/card.ts';
import { exclusively } from '#lib/server/engine.ts';
import type { Database } from '#lib/server/schema.ts';
import { campaignOfRow } from './campaign-store.ts';
import { drawnKeys } from './organisation-store.ts';

/**
 * Gives an organisation three new keys that the root certifies, and issues the card of each open campaign anew, under its
 * same code; how many cards. Earlier keys stay: they open parcels of devices that hold an earlier card, and sign their
 * receipts. All or nothing; refused where there is no such organisation.
 */
export async function rotateKeys(
  database: Kysely<Database>,
  organisation: string,
  signByRoot: Sign,
  now: number,
): Promise<Result<number, 'unknownOrganisation'>> {
  return exclusively(database, [`keys ${organisation}`], async (transaction) => {
    const known = await transaction
      .selectFrom('organisation')
      .where('organisation', '=', organisation)
      .select('name')
      .executeTakeFirst();
    if (known === undefined) return refusal('unknownOrganisation');
    const { certificate, keys, signJwk } = await drawnKeys(organisation, known.name, signByRoot, now);
    await transaction.insertInto('organisation_key').values(keys).execute();
    await transaction
      .updateTable('organisation')
      .set({ certificate: JSON.stringify(certificate) })
      .where('organisation', '=', organisation)
      .execute();
    const sign = await signerOfJwk(signJwk);
    const open = await transaction
      .selectFrom('campaign')
      .where('organisation', '=', organisation)
      .where('closed_at', 'is', null)
      .where('expires_at', '>', now)
      .selectAll()
      .execute();
    for (const row of open) {
      await transaction
        .updateTable('campaign')
        .set({ card: await signCard(campaignOfRow(row), certificate, sign) })
        .where('organisation', '=', organisation)
        .where('campaign', '=', row.campaign)
        .execute();
    }
    return success(open.length);
  });
}
