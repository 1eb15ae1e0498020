const framework = `
id: '1'
name: { fr: Information, en: Information }
competences:
  - id: '1.1'
    name: { fr: Chercher, en: Search }
    short: { fr: Chercher, en: Search }
    digcomp: { '2.2': ['1.1'], '3.0': ['1.1'] }
    skills:
      - { id: 1.1.search, can: { fr: 'chercher', en: 'search' } }
      - { id: 1.1.source, can: { fr: 'juger une source', en: 'judge a source' } }
`;

const bundle = `
id: tiny
title: { fr: Petit, en: Small }
publisher: jalon
licence: CC-BY-SA-4.0
languages: [fr, en]
`;

const choice = `kind: single-choice
skill: 1.1.source
level: 2
params:
  options:
    - { id: town, text: '@town' }
    - { id: blog, text: '@blog', mistake: blog }
  answer: town
examples:
  - { outcome: correct, response: { choice: town } }
  - { outcome: incorrect, response: { choice: blog }, mistake: blog }
`;

const choiceFr = `# L'heure juste

## instruction
Vous cherchez l'heure du marché. Quelle page croire ?

## hint
Regardez **qui** écrit.

## explanation
La commune organise le marché. Sa page donne donc l'heure juste.

## feedback.blog
Ce blog date de 2019. Cherchez qui organise le marché.

## town
La page de la commune

## blog
Un blog de voyage
`;

const choiceEn = `# The right time

## instruction
You look for the time of the market. Which page can you trust?

## hint
Look at **who** writes.

## explanation
The town runs the market. So its page has the right time.

## feedback.blog
This blog is of 2019. Look for who runs the market.

## town
The page of the town

## blog
A travel blog
`;

const typed = `kind: short-text
skill: 1.1.search
level: 4
needs: [typing]
params: { accept: ['@word'] }
examples:
  - { outcome: correct, response: { text: '@word' } }
  - { outcome: incorrect, response: { text: '@other' } }
`;

const typedFr = `# Le bon mot

## instruction
Quel mot taper pour trouver le recyparc ?

## hint
C'est le mot lui-même.

## explanation
Le moteur cherche les mots que vous tapez. Un mot précis donne de meilleures pages.

## word
recyparc

## other
poubelle
`;

const typedEn = typedFr
  .replace('Le bon mot', 'The right word')
  .replace('Quel mot taper pour trouver le recyparc ?', 'Which word finds the recycling centre?')
  .replace("C'est le mot lui-même.", 'It is the word itself.')
  .replace(/Le moteur[^#]+/, 'The engine looks for your words. A precise word finds better pages.\n\n')
  .replace('\nrecyparc\n', '\nrecycling\n')
  .replace('poubelle', 'dustbin');

/** The smallest sources that are complete: two challenges of one competence, without a fault. */
export const tinySources: ReadonlyMap<string, string> = new Map([
  ['framework/1.yaml', framework],
  ['framework/README.md', 'One file an area.'],
  ['tiny/bundle.yaml', bundle],
  ['tiny/challenges/1.1/right-time/challenge.yaml', choice],
  ['tiny/challenges/1.1/right-time/fr.md', choiceFr],
  ['tiny/challenges/1.1/right-time/en.md', choiceEn],
  ['tiny/challenges/1.1/right-word/challenge.yaml', typed],
  ['tiny/challenges/1.1/right-word/fr.md', typedFr],
  ['tiny/challenges/1.1/right-word/en.md', typedEn],
]);

/** The same sources with one file changed; with `undefined`, without it. */
export function withFile(
  path: string,
  change: (text: string) => string | undefined,
): ReadonlyMap<string, string> {
  const files = new Map(tinySources);
  const text = change(files.get(path) ?? '');
  if (text === undefined) files.delete(path);
  else files.set(path, text);
  return files;
}
