import type { Attempt } from '#lib/assessment/attempt.ts';
import type { Profile } from '#lib/assessment/profile.ts';
import { keptCard } from '#lib/campaigns/local/cards.ts';
import type { ChallengeSet } from '#lib/content/challenge-set.ts';
import { loadLessons } from '#lib/content/local/load-lessons.ts';
import { loadRevision } from '#lib/content/local/load-revision.ts';
import type { ContentLocale, Locale } from '#lib/i18n/locale.ts';
import type { Dictionary } from '#lib/i18n/messages/fr.ts';
import type { LocalDatabase } from '#lib/local/database.ts';
import { readableCopy } from '../readable-copy.ts';

/** A learner's journal as a page in their words, with the words of the exercises as far as they are still on the device. */
export async function readableCopyOf(
  database: LocalDatabase,
  profile: Profile,
  bundle: string,
  { text, locale, content }: { text: Dictionary; locale: Locale; content: ContentLocale },
  now: number,
): Promise<string> {
  const contents = new Map<string, ChallengeSet>();
  for (const attempt of profile.attempts) {
    if (contents.has(keyOf(attempt))) continue;
    const loaded = await loadRevision(database, attempt.bundle, attempt.revision, content);
    if (loaded !== undefined) contents.set(keyOf(attempt), loaded.content);
  }
  const names = new Map<string, string>();
  for (const { organisation, campaign } of profile.consents) {
    const card = await keptCard(database, organisation, campaign);
    if (card !== undefined) names.set(organisation, card.organisation.name);
  }
  const lessons = (await loadLessons(bundle, content))?.lessons ?? [];
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  return readableCopy({
    ...{ profile, text, locale, now },
    day: (at) => format.format(at),
    contentOf: (attempt) => contents.get(keyOf(attempt)),
    lessonTitle: (id) => lessons.find((lesson) => lesson.id === id)?.title ?? id,
    organisation: ({ organisation }) => names.get(organisation) ?? organisation,
  });
}

function keyOf({ bundle, revision }: Attempt): string {
  return `${bundle} ${revision}`;
}
