import { error } from '@sveltejs/kit';
import { campaignOf } from '#lib/campaigns/server/campaign-store.ts';
import { participationOf } from '#lib/campaigns/server/participation-store.ts';
import { columnsOf } from '#lib/campaigns/participation-table.ts';
import { requireStaff } from '#lib/server/authorisation.ts';
import { dayOf } from '../../../../campaign-view.ts';
import type { PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async (event) => {
  const { organisation } = await requireStaff(event, event.params.organisation);
  const { locale } = await event.parent();
  const { database } = event.locals.installation;
  const campaign = await campaignOf(database, organisation, event.params.campaign);
  const participation =
    campaign &&
    (await participationOf(database, organisation, campaign.campaign, event.params.participation));
  if (campaign === undefined || participation === undefined) error(404);
  return {
    campaign: { id: campaign.campaign, title: locale === 'en' ? campaign.title_en : campaign.title_fr },
    participation,
    receivedDay: dayOf(participation.received_at),
    targets: columnsOf([participation]),
  };
};
