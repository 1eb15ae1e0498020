import { html, type Markup } from '#lib/base/markup.ts';
import type { Attempt, GivenResponse } from '#lib/assessment/attempt.ts';
import { targetName } from '#lib/assessment/level-target.ts';
import type { LessonRecord } from '#lib/assessment/lesson-record.ts';
import type { Consent, Profile } from '#lib/assessment/profile.ts';
import type { ChallengeSet, WordedChallenge } from '#lib/content/challenge-set.ts';
import { wordsOf } from '#lib/content/words.ts';
import { plainText } from '#lib/challenges/rich-text.ts';
import { simulators } from '#lib/challenges/registry.ts';
import { responseWords } from '#lib/challenges/response-words.ts';
import type { Locale, Localised } from '#lib/i18n/locale.ts';
import type { Dictionary } from '#lib/i18n/messages/fr.ts';

/** What a readable copy is made of, besides the journal. */
export interface CopySources {
  readonly profile: Profile;
  readonly text: Dictionary;
  readonly locale: Locale;
  /** A day in words, by its moment (UTC milliseconds). */
  readonly day: (at: number) => string;
  readonly now: number;
  /** The content an attempt was taken on; undefined when it is gone. */
  readonly contentOf: (attempt: Attempt) => ChallengeSet | undefined;
  /** The title of a lesson; its id when it is gone. */
  readonly lessonTitle: (id: string) => string;
  /** Who an agreement is with; empty when the card is gone. */
  readonly organisation: (consent: Consent) => string;
}

/** A learner's journal as one page in their words: printable, without scripts, and nothing in it comes from elsewhere. */
export function readableCopy(sources: CopySources): string {
  const { profile, text, locale, day, now } = sources;
  const words = text.data.readable;
  const tests = profile.attempts.toReversed().map((attempt) => attemptPart(attempt, sources));
  const lessons = [...profile.lessons].map(([id, record]) => lessonPart(id, record, sources));
  const consents = profile.consents.map((consent) => consentPart(consent, sources));
  const page = html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${words.title}</title>
        <style>
          body {
            max-width: 44rem;
            margin: 1.5rem auto;
            padding: 0 1rem;
            font:
              1.1rem/1.5 system-ui,
              sans-serif;
            color: #111;
            background: #fff;
          }
          h1 {
            font-size: 1.6rem;
          }
          h2 {
            margin-top: 2.5rem;
            border-bottom: 2px solid;
            font-size: 1.3rem;
          }
          h3 {
            margin: 1.8rem 0 0.4rem;
            font-size: 1.1rem;
          }
          table {
            border-collapse: collapse;
          }
          th,
          td {
            padding: 0.3rem 0.8rem 0.3rem 0;
            border-bottom: 1px solid #999;
            text-align: start;
            vertical-align: top;
          }
          ol,
          ul {
            padding-inline-start: 1.4rem;
          }
          li {
            margin: 0.6rem 0;
            break-inside: avoid;
          }
          p {
            margin: 0.3rem 0;
            overflow-wrap: anywhere;
          }
          .soft {
            color: #444;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>${words.title}</h1>
          <p>${words.made(day(now))}</p>
          <p>${words.stays}</p>
          ${profile.nickname === '' ? [] : html`<p>${text.data.kept.nickname(profile.nickname)}</p>`}
          ${profile.ageBand === null ? [] : html`<p>${words.age(text.learner.age.bands[profile.ageBand])}</p>`}
          <h2>${words.tests}</h2>
          ${tests.length === 0 ? html`<p>${text.data.kept.none}</p>` : tests}
          <h2>${words.lessons}</h2>
          ${
            lessons.length === 0
              ? html`<p>${text.data.kept.none}</p>`
              : html`<ul>
                  ${lessons}
                </ul>`
          }
          <h2>${words.agreements}</h2>
          ${
            consents.length === 0
              ? html`<p>${text.data.kept.agreements(0)}</p>`
              : html`<ul>
                  ${consents}
                </ul>`
          }
        </main>
      </body>
    </html> `;
  return page.text;
}

function attemptPart(attempt: Attempt, sources: CopySources): Markup {
  const { text, day } = sources;
  const { result } = text.learner;
  const content = sources.contentOf(attempt);
  const levels = attempt.levels.map(
    (each) =>
      html`<tr>
        <th scope="row">
          ${said(content && targetName(content.framework, each.target), each.target, sources)}
        </th>
        <td>${result.range(each.level, each.level)}</td>
        <td>${result.range(each.low, each.high)}, ${result.certainty(Math.round(each.certainty * 100))}</td>
      </tr> `,
  );
  const answers = attempt.responses.map((given) => answerPart(given, content, sources));
  return html`<section>
    <h3>${result.testOf[attempt.policy] ?? attempt.policy} – ${day(attempt.startedAt.at)}</h3>
    ${
      levels.length === 0
        ? []
        : html`<table>
            <tbody>
              ${levels}
            </tbody>
          </table>`
    }
    <ol>
      ${answers}
    </ol>
  </section> `;
}

function answerPart(given: GivenResponse, content: ChallengeSet | undefined, { text }: CopySources): Markup {
  const words = text.data.readable;
  const worded = content?.challenges.get(given.item);
  const lines = given.outcome === 'skipped' ? [] : answerLines(given, worded, text);
  return html`<li>
    <p>
      <strong>${worded?.texts.title ?? given.item}</strong> –
      ${text.learner.answers.outcome[given.outcome]}${given.help > 0 ? html` (${words.helped})` : []}
    </p>
    ${worded ? html`<p class="soft">${plainText(worded.texts.instruction)}</p>` : []}
    ${lines.length === 0 ? [] : html`<p>${words.answer} ${lines.join(' · ')}</p>`}
  </li> `;
}

function answerLines(
  given: GivenResponse,
  worded: WordedChallenge | undefined,
  text: Dictionary,
): readonly string[] {
  if (worded === undefined) return [];
  const { response } = given;
  if (worded.challenge.kind in simulators)
    return Array.isArray(response) ? [text.data.readable.gestures(response.length)] : [];
  return responseWords(worded.challenge.params, response, wordsOf(worded.texts));
}

function lessonPart(id: string, record: LessonRecord, { text, day, lessonTitle }: CopySources): Markup {
  const words = text.lessons;
  const rated = record.rating === null ? [] : [words.rated[record.rating]];
  const done =
    record.doneAt === null ? [text.data.readable.opened] : [`${words.done}, ${day(record.doneAt)}`];
  return html`<li>${[lessonTitle(id), ...done, ...rated].join(' – ')}</li> `;
}

function consentPart(consent: Consent, { text, day, organisation }: CopySources): Markup {
  const words = text.learner.sent;
  const status = { given: [], cancelled: [words.status.cancelled], withdrawn: [words.status.withdrawn] };
  const lines = [
    words.to(organisation(consent)),
    words.agreed(day(consent.givenAt)),
    ...status[consent.status],
  ];
  return html`<li>
    ${lines.join(' – ')}<br /><span class="soft">${words.proof(consent.payloadHash)}</span>
  </li> `;
}

function said(words: Localised | undefined, id: string, { locale }: CopySources): string {
  return words?.[locale] ?? words?.fr ?? id;
}
