import { campaignsOf } from '#lib/campaigns/server/campaign-store.ts';
import { groupedCode } from '#lib/campaigns/server/code.ts';
import { requireStaff } from '#lib/server/authorisation.ts';
import { dayOf, stateOf } from './campaign-view.ts';
import type { PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async (event) => {
  const { organisation } = await requireStaff(event, event.params.organisation);
  const { locale } = await event.parent();
  const campaigns = await campaignsOf(event.locals.installation.database, organisation);
  return {
    campaigns: campaigns.map((campaign) => ({
      id: campaign.campaign,
      title: locale === 'en' ? campaign.title_en : campaign.title_fr,
      code: groupedCode(campaign.code),
      asks: campaign.asks,
      people: campaign.people,
      state: stateOf(campaign, Date.now()),
      endDay: dayOf(campaign.closed_at ?? campaign.expires_at),
    })),
  };
};
