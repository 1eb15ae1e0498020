import type { RequestHandler } from './$types';
import { codeOf } from '#lib/campaigns/card.ts';
import { campaignByCode } from '#lib/campaigns/server/campaign-store.ts';

/** The signed card behind a nine-character code. */
export const GET: RequestHandler = async ({ params, locals, getClientAddress }) => {
  const { database, codeLimit } = locals.installation;
  if (!codeLimit.admits(getClientAddress(), Date.now())) return reason(429, 'tooMany');
  const code = codeOf(params.code);
  const campaign = code && (await campaignByCode(database, code));
  if (!campaign) return reason(404, 'unknownCode');
  if (campaign.closed_at !== null || campaign.expires_at < Date.now()) return reason(410, 'closedCode');
  return new Response(campaign.card, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
};

function reason(status: number, why: string): Response {
  return Response.json({ reason: why }, { status });
}
