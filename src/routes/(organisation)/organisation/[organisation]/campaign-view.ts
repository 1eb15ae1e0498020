import type { CampaignRow } from '#lib/campaigns/server/campaign-store.ts';

export type CampaignState = 'open' | 'closed' | 'over';

/** Whether a campaign can be joined now. */
export function stateOf(campaign: Pick<CampaignRow, 'closed_at' | 'expires_at'>, now: number): CampaignState {
  if (campaign.closed_at !== null) return 'closed';
  return campaign.expires_at <= now ? 'over' : 'open';
}

/** The day of a moment, as YYYY-MM-DD in UTC. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
