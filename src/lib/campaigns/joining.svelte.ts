import type { Result } from '#lib/base/result.ts';
import { learner } from '#lib/assessment/learner.svelte.ts';
import { codeOf, type Card } from './card.ts';
import { cardOfCode, type CodeRefusal } from './local/cards.ts';

/** The card of a code that was typed. Without a network the code is kept, and resolved when there is one. */
export async function joinByCode(typed: string): Promise<Result<Card, CodeRefusal | 'notACode'>> {
  const code = codeOf(typed);
  if (code === undefined) return { ok: false, reason: 'notACode' };
  const found = await cardOfCode(learner.database, code);
  if (!found.ok && (found.reason === 'noNetwork' || found.reason === 'notPrepared')) {
    await learner.record([{ type: 'code.entered', code }]);
  }
  return found;
}

/** Writes in the journal that the learner joined; a running attempt keeps the campaign that it began with. */
export async function join({ campaign }: Card): Promise<boolean> {
  const { organisation, campaign: id } = campaign;
  return (await learner.record([{ type: 'campaign.joined', organisation, campaign: id }])).ok;
}

/** Puts away a code that waited for a network and turned out to lead nowhere. */
export async function dropCode(code: string, reason: string): Promise<void> {
  await learner.record([{ type: 'code.dropped', code, reason }]);
}
