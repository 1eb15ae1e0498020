import { refusal, type Result } from '#lib/base/result.ts';
import type { EventFact } from '#lib/journal/event.ts';
import type { StorageFailure } from '#lib/local/storage-failure.ts';
import { learner } from '#lib/assessment/learner.svelte.ts';
import { codeOf, type Card } from './card.ts';
import { cardOfCode, type CodeRefusal } from './local/cards.ts';

/** The card of a code that was typed. Without a network the code is kept, and resolved when there is one. */
export async function joinByCode(typed: string): Promise<Result<Card, CodeRefusal | 'notACode'>> {
  const code = codeOf(typed);
  if (code === undefined) return { ok: false, reason: 'notACode' };
  const found = await cardOfCode(learner.database, code);
  if (!found.ok && (found.reason === 'noNetwork' || found.reason === 'notPrepared')) {
    const kept = await recorded({ type: 'code.entered', code });
    if (!kept.ok) return kept;
  }
  return found;
}

/** Writes in the journal that the learner joined; a running attempt keeps the campaign that it began with. */
export function join({ campaign }: Card): Promise<Result<'recorded', StorageFailure>> {
  const { organisation, campaign: id } = campaign;
  return recorded({ type: 'campaign.joined', organisation, campaign: id });
}

// What another tab wrote meanwhile does not change what is said here: it is written after it.
async function recorded(fact: EventFact): Promise<Result<'recorded', StorageFailure>> {
  for (;;) {
    const written = await learner.record([fact]);
    if (written.ok) return written;
    if (written.reason === 'storageFull' || written.reason === 'storageClosed')
      return refusal(written.reason);
    if (written.reason === 'locked') return refusal('storageClosed');
  }
}

/** Puts away a code that waited for a network and turned out to lead nowhere. */
export async function dropCode(code: string, reason: string): Promise<void> {
  await learner.record([{ type: 'code.dropped', code, reason }]);
}
