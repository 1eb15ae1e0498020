import type { Kysely, Selectable } from 'kysely';
import { assert } from '#lib/base/assert.ts';
import { base64url, hex } from '#lib/base/bytes.ts';
import { randomBytes, signerOfJwk } from '#lib/base/platform/crypto.ts';
import { signCard, type Campaign } from '#lib/campaigns/card.ts';
import type { CampaignTable, Database } from '#lib/server/schema.ts';
import { newCode } from './code.ts';
import { organisationCertificate, organisationKey } from './organisation-store.ts';

export type CampaignRow = Selectable<CampaignTable>;

/** What a person decides when opening a campaign. */
export type CampaignDraft = Pick<
  Campaign,
  'title' | 'purpose' | 'asks' | 'policy' | 'bundle' | 'retentionMonths' | 'expiresAt'
>;

/** A campaign with how many people sent something and did not take it back. */
export interface CampaignSummary extends CampaignRow {
  readonly people: number;
}

/** Opens a campaign: draws its code and join secret, and keeps its card signed by the organisation. */
export async function createCampaign(
  database: Kysely<Database>,
  organisation: string,
  draft: CampaignDraft,
  now: number,
): Promise<CampaignRow> {
  const key = await organisationKey(database, organisation, 'sign');
  const certificate = await organisationCertificate(database, organisation);
  assert(
    key !== undefined && certificate !== undefined,
    'a campaign is opened by an organisation that is here',
  );
  const campaign: Campaign = {
    version: 1,
    organisation,
    campaign: hex(randomBytes(4)),
    code: newCode(randomBytes),
    ...draft,
    joinSecret: base64url(randomBytes(16)),
    opensAt: now,
  };
  const card = await signCard(campaign, certificate, await signerOfJwk(key.privateJwk));
  // Both draws are long enough never to meet an earlier one; if they did, the table would refuse, and nothing is lost.
  return database
    .insertInto('campaign')
    .values(rowOf(campaign, card))
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The campaign with this code, whatever its organisation, open or not; undefined when there is none. */
export function campaignByCode(database: Kysely<Database>, code: string): Promise<CampaignRow | undefined> {
  return database.selectFrom('campaign').where('code', '=', code).selectAll().executeTakeFirst();
}

/** One campaign of an organisation, undefined when it is not theirs. */
export function campaignOf(
  database: Kysely<Database>,
  organisation: string,
  campaign: string,
): Promise<CampaignRow | undefined> {
  return database
    .selectFrom('campaign')
    .where('organisation', '=', organisation)
    .where('campaign', '=', campaign)
    .selectAll()
    .executeTakeFirst();
}

/** The campaigns of an organisation, open ones first, newest first. */
export function campaignsOf(database: Kysely<Database>, organisation: string): Promise<CampaignSummary[]> {
  return database
    .selectFrom('campaign')
    .where('campaign.organisation', '=', organisation)
    .selectAll('campaign')
    .select((expression) =>
      expression
        .selectFrom('participation')
        .whereRef('participation.organisation', '=', 'campaign.organisation')
        .whereRef('participation.campaign', '=', 'campaign.campaign')
        .where('participation.withdrawn_at', 'is', null)
        .select((inner) => inner.fn.count<number>('participation.device').distinct().as('people'))
        .$asScalar()
        .$notNull()
        .as('people'),
    )
    .orderBy(({ eb }) => eb('closed_at', 'is not', null))
    .orderBy('opens_at', 'desc')
    .orderBy('campaign')
    .execute();
}

/** Closes a campaign: nobody joins any more; what was agreed before may still come in. Closing twice changes nothing. */
export async function closeCampaign(
  database: Kysely<Database>,
  organisation: string,
  campaign: string,
  now: number,
): Promise<void> {
  await database
    .updateTable('campaign')
    .set({ closed_at: now })
    .where('organisation', '=', organisation)
    .where('campaign', '=', campaign)
    .where('closed_at', 'is', null)
    .execute();
}

function rowOf(campaign: Campaign, card: string): CampaignRow {
  return {
    organisation: campaign.organisation,
    campaign: campaign.campaign,
    code: campaign.code,
    title_fr: campaign.title.fr,
    title_en: campaign.title.en,
    purpose_fr: campaign.purpose.fr,
    purpose_en: campaign.purpose.en,
    asks: campaign.asks,
    policy: campaign.policy,
    bundle: campaign.bundle,
    join_secret: campaign.joinSecret,
    retention_months: campaign.retentionMonths,
    opens_at: campaign.opensAt,
    expires_at: campaign.expiresAt,
    closed_at: null,
    card,
  };
}

/** What the card of a kept campaign says. */
export function campaignOfRow(row: CampaignRow): Campaign {
  return {
    version: 1,
    organisation: row.organisation,
    campaign: row.campaign,
    code: row.code,
    title: { fr: row.title_fr, en: row.title_en },
    purpose: { fr: row.purpose_fr, en: row.purpose_en },
    asks: row.asks,
    policy: row.policy,
    bundle: row.bundle,
    joinSecret: row.join_secret,
    retentionMonths: row.retention_months,
    opensAt: row.opens_at,
    expiresAt: row.expires_at,
  };
}
