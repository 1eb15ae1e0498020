import { error } from '@sveltejs/kit';
import { campaignOf } from '#lib/campaigns/server/campaign-store.ts';
import { requireStaff } from '#lib/server/authorisation.ts';
import type { RequestHandler } from './$types.d.ts';

export const GET: RequestHandler = async (event) => {
  const { organisation } = await requireStaff(event, event.params.organisation);
  const campaign = await campaignOf(event.locals.installation.database, organisation, event.params.campaign);
  if (campaign === undefined) error(404);
  return new Response(campaign.card, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="jalon-${campaign.code}.txt"`,
    },
  });
};
