import { error } from '@sveltejs/kit';
import { campaignOf } from '#lib/campaigns/server/campaign-store.ts';
import { groupedCode } from '#lib/campaigns/server/code.ts';
import { drawnCode, joinAddress } from '#lib/campaigns/server/join-code.ts';
import { requireStaff } from '#lib/server/authorisation.ts';
import type { PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async (event) => {
  const { organisation } = await requireStaff(event, event.params.organisation);
  const { locale } = await event.parent();
  const campaign = await campaignOf(event.locals.installation.database, organisation, event.params.campaign);
  if (campaign === undefined) error(404);
  return {
    campaign: {
      id: campaign.campaign,
      title: locale === 'en' ? campaign.title_en : campaign.title_fr,
      purpose: locale === 'en' ? campaign.purpose_en : campaign.purpose_fr,
      code: groupedCode(campaign.code),
      asks: campaign.asks,
      retentionMonths: campaign.retention_months,
    },
    address: event.url.host,
    drawing: drawnCode(joinAddress(event.url.origin, campaign.card)),
  };
};
