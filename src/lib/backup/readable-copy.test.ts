import { expect, test } from 'vitest';
import type { EventFact } from '#lib/journal/event.ts';
import { profileOf } from '#lib/assessment/profile.ts';
import type { ChallengeSet } from '#lib/content/challenge-set.ts';
import { en } from '#lib/i18n/messages/en.ts';
import { fr } from '#lib/i18n/messages/fr.ts';
import { readableCopy, type CopySources } from './readable-copy.ts';

const hostile = '<script>alert(1)</script><img src="http://x" onerror=\'y\'>';
const name = { fr: 'Communication', en: 'Communication' };
const content = {
  framework: { areas: [{ id: '2', name, competences: [] }] },
  challenges: new Map([
    [
      'typed',
      {
        language: 'fr',
        challenge: { kind: 'short-text', params: { accepted: [] } },
        texts: {
          title: 'Une adresse',
          instruction: [{ type: 'paragraph', content: ['Écrivez l’adresse.'] }],
          texts: {},
        },
      },
    ],
  ]),
} as unknown as ChallengeSet;

const given = { attempt: 'a', mistakes: [], steps: 1, score: 1, seconds: 3 };
const facts: readonly EventFact[] = [
  { type: 'learner.named', nickname: hostile, avatar: 'fox' },
  {
    ...{ type: 'attempt.started', attempt: 'a', policy: 'diagnostic', competence: null, bundle: 'socle' },
    ...{ revision: 1, engine: 1, grader: 1, seed: 's', length: 2, campaign: null, item: 'typed' },
  },
  {
    ...{ ...given, type: 'response.given', item: 'typed', response: { text: hostile }, help: 1 },
    ...{ outcome: 'correct', next: 'gone' },
  },
  {
    ...{ ...given, type: 'response.given', item: 'gone', response: null, help: 0 },
    ...{ outcome: 'skipped', next: null },
  },
  {
    type: 'attempt.completed',
    attempt: 'a',
    levels: [{ target: '2', level: 4, low: 3, high: 5, certainty: 0.62 }],
  },
  { type: 'lesson.finished', lesson: '1.2/find', answers: {} },
  {
    ...{ type: 'consent.given', attempt: 'a', scope: 'levels', organisation: 'o', campaign: 'c' },
    ...{ textHash: 't', payloadHash: 'preuve-1', outbox: 'x' },
  },
];
const profile = profileOf(facts.map((fact) => ({ ...fact, at: 1_772_000_000_000, offsetMinutes: 60 })));
const sources: CopySources = {
  ...{ profile, text: fr, locale: 'fr', now: 1_772_000_000_000 },
  day: () => 'le 25 février',
  contentOf: () => content,
  lessonTitle: () => 'Ranger pour retrouver',
  organisation: () => 'EPN de Valbruyère',
};

test('[BK-11] what was typed is shown as typed, and nothing runs nor comes from elsewhere', () => {
  const page = readableCopy(sources);
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=&quot;http://x&quot;');
  expect(page).not.toMatch(/<script|<img|<link|onerror='|<iframe|@import|url\(/);
  expect(page).toContain(`default-src 'none'`);
});

test('[BK-11] tests, levels, answers, lessons and agreements are in the words of the person', () => {
  const page = readableCopy(sources).replace(/\s+/g, ' ');
  for (const said of [
    ...['Test des 5 domaines', 'Communication', 'niveau 4', 'entre 3 et 5, sûr à 62', 'Une adresse'],
    ...['Écrivez l’adresse.', 'Réussi', 'avec de l’aide', 'gone', 'Passé', 'Ranger pour retrouver'],
    ...['Pour EPN de Valbruyère', 'Preuve de l’accord : preuve-1', 'lang="fr"'],
  ])
    expect(page).toContain(said);
  const other = readableCopy({ ...sources, text: en, locale: 'en', contentOf: () => undefined });
  expect(other).toContain('My tests and my answers');
  expect(other).toContain('typed');
});
