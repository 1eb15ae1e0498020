import { error } from '@sveltejs/kit';
import { campaignOf } from '#lib/campaigns/server/campaign-store.ts';
import { participationCsv } from '#lib/campaigns/server/participation-csv.ts';
import { participationsOf } from '#lib/campaigns/server/participation-store.ts';
import { requireStaff } from '#lib/server/authorisation.ts';
import type { RequestHandler } from './$types.d.ts';

export const GET: RequestHandler = async (event) => {
  const { organisation } = await requireStaff(event, event.params.organisation);
  const { database, projection } = event.locals.installation;
  // What a person was just told is received is seen here.
  await projection.caughtUp();
  const campaign = await campaignOf(database, organisation, event.params.campaign);
  if (campaign === undefined) error(404);
  const { participations } = await participationsOf(database, organisation, campaign.campaign);
  return new Response(participationCsv(participations), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="jalon-${campaign.code}.csv"`,
    },
  });
};
