import type { Attempt } from '#lib/assessment/attempt.ts';
import type { Card } from '#lib/campaigns/card.ts';
import type { Dictionary } from '#lib/i18n/messages/fr.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';

/** The text of an agreement as it is shown, part by part; its hash is kept with the agreement. */
export interface ConsentText {
  readonly title: string;
  readonly to: string;
  readonly leaves: readonly string[];
  readonly stays: string;
  readonly purpose: string;
  readonly duration: string;
  readonly choice: string;
}

/** What a person is asked to agree to, in their words: to whom, what, why, for how long. `day` is written for people. */
export function consentText(
  { campaign, organisation }: Card,
  attempt: Attempt,
  nickname: string,
  day: string,
  words: Dictionary['learner']['send'],
  locale: ContentLocale,
): ConsentText {
  const isAnswers = campaign.asks === 'answers';
  return {
    title: words.title,
    to: organisation.name,
    leaves: [
      attempt.levels.length === 1 ? words.oneLevel : words.levels,
      ...(isAnswers ? [words.answers(attempt.responses.length)] : []),
      nickname === '' ? words.noNickname : words.nickname(nickname),
      words.day(day),
    ],
    stays: isAnswers ? words.notAnswers : words.notLevels,
    purpose: campaign.purpose[locale],
    duration: words.months(campaign.retentionMonths),
    choice: words.free,
  };
}

/** The bytes of the text, for its hash: each part on a line. */
export function consentLines(text: ConsentText): string {
  const { title, to, leaves, stays, purpose, duration, choice } = text;
  return [title, to, ...leaves, stays, purpose, duration, choice].join('\n');
}

/** The age under which a guardian must agree: 15, the highest of the countries where Jalon is used (France; Belgium has 13). */
export function needsGuardian(band: string): boolean {
  return band === 'under13' || band === '13-14';
}
