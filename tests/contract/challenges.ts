import { plainText } from '#lib/challenges/rich-text.ts';
import * as registry from '#lib/challenges/registry.ts';
import type { AuthoredChallenge, AuthoredLesson } from '#lib/content/authored.ts';
import { checkSources } from '#lib/content/check.ts';
import { readSources } from '#lib/content/server/source-folder.ts';

const sources = checkSources(await readSources('content-bundles'), registry);

/** The framework of competences that the project ships. */
export const { framework } = sources;

/** Every challenge that the project ships, as its sources tell it. */
export const challenges: readonly AuthoredChallenge[] = sources.bundles.flatMap(
  (bundle) => bundle.challenges,
);

/** Every lesson that the project ships. */
export const lessons: readonly AuthoredLesson[] = sources.bundles.flatMap((bundle) => bundle.lessons);

/** One challenge of each kind, the first by id. */
export const firstOfEachKind: readonly AuthoredChallenge[] = challenges.filter(
  ({ challenge }, index) =>
    challenges.findIndex((other) => other.challenge.kind === challenge.kind) === index,
);

/** The first words of a challenge's French instruction, with plain spaces: whoever sees them sees that challenge. */
export function beginningOf(item: string): string {
  const instruction = challenges.find(({ challenge }) => challenge.id === item)?.texts.fr?.instruction;
  if (instruction === undefined) throw new Error(`${item} is not written in French`);
  return plainText(instruction).replaceAll('\u00a0', ' ').slice(0, 25);
}
