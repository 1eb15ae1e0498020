import { expect, test } from 'vitest';
import type { Framework } from '#lib/framework/framework.ts';
import { fr } from '#lib/i18n/messages/fr.ts';
import { profileFile } from './profile-file.ts';
import { profileText } from './profile-text.ts';
import type { Standing } from './standing.ts';

const names = (word: string) => ({ fr: word, en: word });
const framework: Framework = {
  areas: [
    {
      id: '1',
      name: names('Information'),
      competences: [
        {
          ...{ id: '1.1', name: names('Chercher <vite>'), short: names('Chercher') },
          digcomp: { '2.2': ['1.1', '1.2'], '3.0': ['1.1'] },
          skills: [{ id: '1.1.find', can: names('trouver') }],
        },
      ],
    },
  ],
};
const standing = (level: number): Standing => ({
  ...{ competence: '1.1', area: '1', source: 'measured' },
  statement: {
    ...{ target: '1.1', level, low: level, high: level, certainty: 1 },
    ...{ attempt: 'a', policy: 'competence', day: 1, date: 1 },
  },
});
const textOf = (level: number, nickname = 'Zoé') =>
  profileText(
    {
      ...{ framework, standings: [standing(level)], skills: { can: ['1.1.find', 'gone'], learn: [] } },
      ...{ nickname, day: '5 mars 2026' },
    },
    fr,
    'fr',
    'fr',
  );

test('[PR-10] a saved profile asks for nothing else, and what was typed in it is text', () => {
  const page = profileFile(textOf(3, '<img src=x onerror=alert(1)>"&'), fr.progress, 'fr');
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&amp;');
  expect(page).not.toMatch(/<(img|script|link|iframe)|(src|href)=["']/);
  expect(page).toContain('Chercher &lt;vite&gt;');
});

test('[PR-9] a profile in words says levels, doubts and the words of the European framework', () => {
  const { rows, points, lists } = textOf(3);
  expect(rows[0]).toMatchObject({
    level: '3 – Indépendant',
    doubt: 'Sûr à un niveau près',
    europe: ['1.1, 1.2 – Intermédiaire', '1.1 – Intermédiaire'],
  });
  expect(points).toBe('24 points sur 64');
  expect(lists[0]?.lines).toEqual(['trouver']);
  expect(textOf(0).rows[0]).toMatchObject({ level: '0 – Premiers pas', europe: ['1.1, 1.2', '1.1'] });
});
