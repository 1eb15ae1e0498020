import { error, redirect } from '@sveltejs/kit';
import { campaignOf, closeCampaign } from '#lib/campaigns/server/campaign-store.ts';
import { groupedCode } from '#lib/campaigns/server/code.ts';
import { groupStatistics } from '#lib/campaigns/group-statistics.ts';
import { drawnCode, joinAddress } from '#lib/campaigns/server/join-code.ts';
import { participationsOf } from '#lib/campaigns/server/participation-store.ts';
import { arranged, arrangementOf, columnsOf } from '#lib/campaigns/participation-table.ts';
import { requireStaff } from '#lib/server/authorisation.ts';
import { dayOf, stateOf } from '../../campaign-view.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async (event) => {
  const { organisation } = await requireStaff(event, event.params.organisation);
  const { locale } = await event.parent();
  const { database, projection } = event.locals.installation;
  // What a person was just told is received is seen here.
  await projection.caughtUp();
  const campaign = await campaignOf(database, organisation, event.params.campaign);
  if (campaign === undefined) error(404);
  const { participations, withdrawn } = await participationsOf(database, organisation, campaign.campaign);
  const columns = columnsOf(participations);
  const arrangement = arrangementOf((name) => event.url.searchParams.get(name), columns);
  const link = joinAddress(event.url.origin, campaign.card);
  return {
    campaign: {
      id: campaign.campaign,
      title: locale === 'en' ? campaign.title_en : campaign.title_fr,
      purpose: locale === 'en' ? campaign.purpose_en : campaign.purpose_fr,
      code: groupedCode(campaign.code),
      asks: campaign.asks,
      retentionMonths: campaign.retention_months,
      state: stateOf(campaign, Date.now()),
      endDay: dayOf(campaign.closed_at ?? campaign.expires_at),
    },
    link,
    drawing: drawnCode(link),
    isLocalOnly: event.url.protocol !== 'https:',
    columns,
    arrangement,
    all: participations.length,
    participations: arranged(participations, arrangement, locale),
    statistics: groupStatistics(participations),
    withdrawn,
  };
};

export const actions: Actions = {
  close: async (event) => {
    const { organisation } = await requireStaff(event, event.params.organisation, 'manager');
    await closeCampaign(event.locals.installation.database, organisation, event.params.campaign, Date.now());
    redirect(303, event.url.pathname);
  },
};
