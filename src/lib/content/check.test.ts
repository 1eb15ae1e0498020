import { describe, expect, test } from 'vitest';
import * as registry from '#lib/challenges/registry.ts';
import { checkSources } from './check.ts';
import type { SourceFiles } from './authored.ts';
import { isWarning, type Rule } from './fault.ts';
import { tinySources, withFile } from './tiny-sources.ts';

const folder = 'tiny/challenges/1.1/right-time';
const check = (files: SourceFiles) => checkSources(files, registry);
const rulesOf = (files: SourceFiles): readonly Rule[] => check(files).faults.map(({ rule }) => rule);
const inFile = (name: string, from: string | RegExp, to: string): SourceFiles =>
  withFile(name.includes('/') ? name : `${folder}/${name}`, (text) => {
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`nothing to change in ${name}`);
    return changed;
  });

test('[CT-1] complete sources have no fault and give each challenge in each language', () => {
  const { faults, bundles, framework } = check(tinySources);
  expect(faults).toEqual([]);
  expect(framework.areas).toHaveLength(1);
  const [time, word] = bundles[0]?.challenges ?? [];
  expect(time?.challenge).toMatchObject({ id: '1.1/right-time', kind: 'single-choice', level: 2, needs: [] });
  expect(time).toMatchObject({ guessing: 0.5, steps: 1 });
  expect(time?.texts.fr?.title).toBe('L’heure juste');
  expect(time?.texts.en?.feedback).toEqual({ blog: 'This blog is of 2019. Look for who runs the market.' });
  expect(word?.challenge.needs).toEqual(['typing']);
});

test('[CT-1] words that only an example types do not travel to learners', () => {
  const word = check(tinySources).bundles[0]?.challenges[1];
  expect(Object.keys(word?.texts.fr?.texts ?? {})).toEqual(['word']);
});

test('[CT-2] a fault says where, what and how to mend it, and its challenge is left out', () => {
  const { faults, bundles } = check(inFile('challenge.yaml', 'level: 2', 'level: 9'));
  expect(faults).toEqual([
    {
      file: `${folder}/challenge.yaml`,
      line: 3,
      rule: 'schema',
      message: 'level cannot be 9',
      mend: 'Write <=8.',
    },
  ]);
  expect(bundles[0]?.challenges.map(({ challenge }) => challenge.id)).toEqual(['1.1/right-word']);
});

describe('[CT-2] whatever is written, the check tells it and does not break', () => {
  const yaml = 'challenge.yaml';
  const cases: readonly [string, SourceFiles, Rule, number][] = [
    ['a misspelt key', inFile(yaml, 'level:', 'levle: 1\nlevel:'), 'schema', 3],
    ['a misspelt parameter', inFile(yaml, '  answer:', '  anwser: town\n  answer:'), 'schema', 8],
    ['an unknown kind', inFile(yaml, 'single-choice', 'riddle'), 'schema', 1],
    ['a missing key', inFile(yaml, /skill.*\n/, ''), 'schema', 1],
    ['broken YAML', inFile(yaml, 'level: 2', 'level: : 2'), 'yaml', 3],
    ['a key twice', inFile(yaml, 'level: 2', 'level: 2\nlevel: 3'), 'yaml', 4],
    ['a tag', inFile(yaml, 'level: 2', 'level: !!js/function 2'), 'yaml', 3],
    ['no number', inFile(yaml, 'level: 2', 'level: .nan'), 'yaml', 1],
    ['empty YAML', withFile(`${folder}/${yaml}`, () => ''), 'schema', 1],
    ['a list', withFile(`${folder}/${yaml}`, () => '- 1'), 'schema', 1],
    ['an answer that is no option', inFile(yaml, 'answer: town', 'answer: city'), 'sense', 4],
    ['an option twice', inFile(yaml, 'id: blog', 'id: town'), 'sense', 4],
    ['no challenge.yaml', withFile(`${folder}/${yaml}`, () => undefined), 'missingFile', 1],
    ['no English', withFile(`${folder}/en.md`, () => undefined), 'missingFile', 1],
    ['another file', withFile(`${folder}/photo.gif`, () => 'x'), 'unknownFile', 1],
    ['no bundle.yaml', withFile('tiny/bundle.yaml', () => undefined), 'missingFile', 1],
    ['another id than the folder', inFile('tiny/bundle.yaml', 'id: tiny', 'id: small'), 'schema', 2],
    ['no framework', withFile('framework/1.yaml', () => undefined), 'missingFile', 1],
    ['a skill twice', inFile('framework/1.yaml', '1.1.source', '1.1.search'), 'framework', 1],
  ];
  test.each(cases)('%s', (_, files, rule, line) => {
    const { faults } = check(files);
    expect(faults.map((fault) => `${fault.rule} ${fault.line}`)).toContain(`${rule} ${line}`);
    for (const fault of faults) expect(fault.mend).toMatch(/\.$/);
  });
});

test('[CT-3] missing, unused, empty and repeated sections', () => {
  expect(rulesOf(inFile('en.md', '## town', '## city'))).toEqual(['missingSection', 'unusedSection']);
  expect(rulesOf(inFile('fr.md', /## hint\n.*\n/, ''))).toEqual(['missingSection']);
  expect(rulesOf(inFile('fr.md', '## feedback.blog', '## feedback.blgo'))).toContain('missingSection');
  expect(rulesOf(inFile('fr.md', 'Un blog de voyage', ''))).toContain('emptySection');
  expect(rulesOf(inFile('fr.md', '## town', '## town\nAutre\n\n## town'))).toEqual(['repeatedSection']);
  expect(rulesOf(inFile('fr.md', '# L', '## x\n# L'))).toContain('unusedSection');
  expect(rulesOf(inFile('fr.md', /^# .*\n/, ''))).toContain('missingSection');
});

test('[CT-4] long French sentences, and too many or too few of them', () => {
  const long =
    'Vous cherchez ici un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize.';
  const { faults } = check(inFile('fr.md', "Vous cherchez l'heure du marché.", long));
  expect(faults).toMatchObject([{ rule: 'longSentence', line: 4 }]);
  expect(rulesOf(inFile('en.md', 'You look for the time of the market.', `${long} ${long}`))).toEqual([
    'sentences',
  ]);
  expect(rulesOf(inFile('fr.md', ' Sa page donne', ' Bien. Sa page donne'))).toEqual(['sentences']);
  expect(rulesOf(inFile('fr.md', 'marché. Sa page', 'marché, et sa page'))).toEqual(['sentences']);
});

test('[CT-5] HTML, scripts and outside links are told', () => {
  const rules = (words: string): readonly Rule[] => rulesOf(inFile('fr.md', 'Un blog de voyage', words));
  expect(rules('Un <script>alert(1)</script> blog')).toContain('html');
  expect(rules('Un <b>blog</b>')).toEqual(['html']);
  expect(rules('Un blog onclick="x()"')).toContain('html');
  expect(rules('[Un blog](https://voyage.example)')).toContain('link');
  expect(rules('[Un blog](javascript:alert)')).toContain('html');
  expect(rules('![Un blog](page:x)')).toContain('markdown');
  expect(rules('Voyez www.vrai-site.be')).toEqual(['outsideAddress']);
  expect(rules('Voyez www.voyage.example')).toEqual([]);
  expect(rules('Un <https://voyage.example> blog')).toContain('html');
  expect(rules('<!-- caché -->')).toContain('html');
  expect(rules('[Un blog](&#106;avascript&#58;alert)')).toContain('link');
  expect(rules('[Un blog](//voyage.example)')).toContain('link');
  expect(rules('[Un blog][b]\n\n[b]: https://voyage.example')).toContain('link');
  expect(rules('![Un blog](https://voyage.example/a.png)')).toContain('markdown');
  expect(rulesOf(inFile('fr.md', "L'heure juste", 'Voyez www.vrai-site.be'))).toEqual(['outsideAddress']);
  expect(rulesOf(inFile('fr.md', "L'heure juste", '<b>L’heure</b>'))).toEqual(['html']);
});

test('[CT-6] an example that is judged otherwise is told, in the language where it is', () => {
  expect(rulesOf(inFile('challenge.yaml', 'answer: town', 'answer: blog'))).toContain('exampleOutcome');
  expect(rulesOf(inFile('challenge.yaml', ', mistake: blog }\n  answer', ' }\n  answer'))).toContain(
    'exampleMistake',
  );
  expect(rulesOf(inFile('challenge.yaml', '{ choice: town }', '{ chioce: town }'))).toContain(
    'exampleResponse',
  );
  const otherWord = withFile('tiny/challenges/1.1/right-word/challenge.yaml', (text) =>
    text.replace("{ text: '@word' }", '{ text: recyparc }'),
  );
  expect(check(otherWord).faults).toMatchObject([
    { rule: 'exampleOutcome', message: expect.stringMatching(/^in en/) },
  ]);
});

test('[CT-6] one example at least is correct and one is not', () => {
  const twice = inFile(
    'challenge.yaml',
    /outcome: incorrect.*/,
    'outcome: correct, response: { choice: town } }',
  );
  expect(rulesOf(twice)).toEqual(['examples']);
  expect(rulesOf(inFile('challenge.yaml', 'outcome: correct', 'outcome: incorrect'))).toContain('examples');
});

test('[CT-8] skills, competences, enemies and ids', () => {
  expect(rulesOf(inFile('challenge.yaml', '1.1.source', '1.1.magic'))).toEqual(['unknownSkill']);
  expect(rulesOf(inFile('challenge.yaml', 'level: 2', 'level: 2\nenemies: [1.1/nobody]'))).toEqual([
    'unknownEnemy',
  ]);
  expect(rulesOf(inFile('challenge.yaml', 'level: 2', 'level: 2\nenemies: [1.1/right-time]'))).toEqual([
    'unknownEnemy',
  ]);
  expect(rulesOf(inFile('challenge.yaml', 'level: 2', 'level: 2\nenemies: [1.1/right-word]'))).toEqual([]);
  const moved = new Map([...tinySources].map(([path, text]) => [path.replace('/1.1/', '/7.7/'), text]));
  expect(rulesOf(moved)).toEqual(['unknownCompetence', 'unknownCompetence']);
  const copied = new Map(tinySources);
  for (const [path, text] of tinySources) {
    if (path.startsWith('tiny/'))
      copied.set(path.replace('tiny', 'other'), text.replace('id: tiny', 'id: other'));
  }
  expect(rulesOf(copied)).toEqual(['duplicateId', 'duplicateId']);
});

test('the right option being the longest by far is a warning, and the challenge stays', () => {
  const files = inFile(
    'fr.md',
    'La page de la commune',
    'La page de la commune, tenue à jour par ses agents',
  );
  const { faults, bundles } = check(files);
  expect(faults.map(({ rule }) => rule)).toEqual(['longestAnswer']);
  expect(faults.every(isWarning)).toBe(true);
  expect(bundles[0]?.challenges).toHaveLength(2);
});

test('feedback that begins with a verdict is a warning', () => {
  expect(rulesOf(inFile('fr.md', 'Ce blog date', 'Faux, ce blog date'))).toEqual(['shaming']);
});
