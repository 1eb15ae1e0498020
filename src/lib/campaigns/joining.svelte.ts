import { success, type Result } from '#lib/base/result.ts';
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

/** Resolves the code that waits for a network, if there is one: the card is kept, and the learner is asked on the page to join. */
export async function pendingCodeResolved(): Promise<Result<Card | undefined, CodeRefusal>> {
  const code = learner.profile.pendingCode;
  if (code === null) return success(undefined);
  const found = await cardOfCode(learner.database, code);
  if (!found.ok && (found.reason === 'unknownCode' || found.reason === 'closedCode')) {
    await learner.record([{ type: 'code.dropped', code, reason: found.reason }]);
  }
  return found;
}
