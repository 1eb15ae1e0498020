import { expect, test } from 'vitest';
import { sentencesOf, splitSentences, wordCount } from './reading.ts';
import { typeset } from './typeset.ts';

test('[CT-4] a stop ends a sentence when a new one begins', () => {
  expect(splitSentences('Voici. Cherchez ! Où ? « Ici. » Bien… 3 pages.')).toHaveLength(6);
  expect(splitSentences('« Où ? » demande-t-elle.')).toHaveLength(1);
  expect(splitSentences('La page recyparc.valbruyere.example est là.')).toHaveLength(1);
  expect(splitSentences('Cela coûte 3.50 euros')).toHaveLength(1);
  expect(splitSentences('')).toEqual([]);
});

test('[CT-4] a short form ends no sentence', () => {
  expect(splitSentences('M. Dubois et Mme. Leroy écrivent à Mrs. Bell.')).toHaveLength(1);
  expect(splitSentences('Voyez p. 3 et cf. Bruxelles.')).toHaveLength(1);
  expect(splitSentences('C’est à 10 m. Avancez.')).toHaveLength(2);
  expect(splitSentences('B, U, S donnent C, V, T. C’est une boucle.')).toHaveLength(2);
});

test('[CT-4] words are runs that hold a letter or a digit', () => {
  expect(wordCount('« L’heure – du marché » : 9 h 30 !')).toBe(6);
});

test('[CT-4] items, cells, headings and lines of their own each end a sentence', () => {
  const sentences = sentencesOf(
    [
      { type: 'paragraph', content: ['Nadia Petit\nrue du Moulin'] },
      { type: 'list', ordered: false, items: [['un'], ['deux']] },
      { type: 'table', head: [['Jour']], rows: [[['lundi']]] },
    ],
    [3, 5, 8],
  );
  expect(sentences.map(({ text, line }) => `${line} ${text}`)).toEqual([
    '3 Nadia Petit',
    '3 rue du Moulin',
    '5 un',
    '5 deux',
    '8 Jour',
    '8 lundi',
  ]);
});

test('French spaces never break a line; addresses are left alone', () => {
  expect(typeset("Quoi ? « L'heure » : 12 €", 'fr')).toBe(
    'Quoi\u00a0? «\u00a0L’heure\u00a0»\u00a0: 12\u00a0€',
  );
  expect(typeset("What ? It's", 'en')).toBe('What ? It’s');
  expect(typeset('https://a.example:80', 'fr')).toBe('https://a.example:80');
});
