import { refusal, success, type Result } from '#lib/base/result.ts';
import { learner, momentNow } from '#lib/assessment/learner.svelte.ts';
import type { LoadedRevision } from '#lib/content/local/load-revision.ts';
import type { AppendRefusal } from '#lib/journal/event-store.ts';
import { avatarNames } from '#lib/ui/avatars.ts';
import { keyedAttempt, responseOf, type Ticks } from './keyed-attempt.ts';
import { questionIn, type PaperQuestion } from './paper-question.ts';

/** A sheet as it was copied. */
export interface CopiedSheet {
  readonly loaded: LoadedRevision;
  readonly questions: readonly PaperQuestion[];
  readonly ticks: Ticks;
  readonly nickname: string;
}

/** Writes the attempt that a sheet makes, and the nickname on it, in one write; gives the attempt's id. */
export async function keyIn({
  loaded,
  questions,
  ticks,
  nickname,
}: CopiedSheet): Promise<Result<string, AppendRefusal | 'noItem' | 'nothingTicked'>> {
  const { profile } = learner;
  const { bundle, revision } = loaded.manifest;
  const attempt = crypto.randomUUID();
  const start = { attempt, seed: crypto.randomUUID(), bundle, revision };
  const keyed = keyedAttempt(
    { ...start, campaign: profile.campaigns.at(-1) ?? null },
    questions.map(({ id, kind }) => ({ id, response: responseOf(kind, ticks[id] ?? []) })),
    (item, response) => questionIn(questions, item).grade(response),
    loaded.bank,
    momentNow(),
  );
  if (!keyed.ok) return refusal(keyed.reason);
  const avatar = profile.avatar === '' ? avatarNames[0] : profile.avatar;
  const naming = nickname === profile.nickname ? [] : [{ type: 'learner.named' as const, nickname, avatar }];
  const recorded = await learner.record([...naming, ...keyed.value]);
  return recorded.ok ? success(attempt) : recorded;
}
