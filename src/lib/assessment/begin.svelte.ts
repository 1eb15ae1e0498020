import type { AppendRefusal } from '#lib/journal/event-store.ts';
import { refusal, type Result } from '#lib/base/result.ts';
import { firstBundle } from '#lib/content/readiness.svelte.ts';
import { installedRevision } from '#lib/content/local/revisions.ts';
import { loadRevision } from '#lib/content/local/load-revision.ts';
import { language } from '#lib/i18n/language.svelte.ts';
import { startAttempt, type IsAllowed } from './decide.ts';
import { fitsDevice } from './local/fits-device.ts';
import { learner } from './learner.svelte.ts';
import { isTest } from './profile.ts';
import type { PolicyChoice } from './policy.ts';

export type BeginRefusal = AppendRefusal | 'noContent' | 'noItem';

/**
 * Begins an attempt on the newest revision that is whole on the device, with an item that fits it and is wanted; what was
 * running is given up in the same write, but for a test when one practises or reviews.
 */
export async function beginAttempt(
  choice: PolicyChoice,
  isWanted: IsAllowed = () => true,
): Promise<Result<'recorded', BeginRefusal>> {
  const revision = await installedRevision(learner.database, firstBundle);
  const loaded =
    revision === undefined
      ? undefined
      : await loadRevision(learner.database, firstBundle, revision, language.content);
  if (revision === undefined || loaded === undefined) return refusal('noContent');
  const start = {
    ...choice,
    attempt: crypto.randomUUID(),
    seed: crypto.randomUUID(),
    bundle: firstBundle,
    revision,
    campaign: learner.profile.campaigns.at(-1) ?? null,
  };
  const fits = fitsDevice(loaded.manifest);
  const begun = startAttempt(start, loaded.bank, (item) => fits(item) && isWanted(item));
  if (!begun.ok) return begun;
  // One practises in the middle of a test: it waits, and is resumed after.
  const givenUp = learner.profile.attempts.filter(
    ({ status, policy }) => status === 'running' && (isTest(choice.policy) || !isTest(policy)),
  );
  return learner.record([
    ...givenUp.map(({ id }) => ({ type: 'attempt.abandoned' as const, attempt: id })),
    ...begun.value,
  ]);
}
