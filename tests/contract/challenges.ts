import * as registry from '#lib/challenges/registry.ts';
import type { AuthoredChallenge } from '#lib/content/authored.ts';
import { checkSources } from '#lib/content/check.ts';
import { readSources } from '#lib/content/server/source-folder.ts';

/** Every challenge that the project ships, as its sources tell it. */
export const challenges: readonly AuthoredChallenge[] = checkSources(
  await readSources('content-bundles'),
  registry,
).bundles.flatMap((bundle) => bundle.challenges);

/** One challenge of each kind, the first by id. */
export const firstOfEachKind: readonly AuthoredChallenge[] = challenges.filter(
  ({ challenge }, index) =>
    challenges.findIndex((other) => other.challenge.kind === challenge.kind) === index,
);
