import { describe, expect, test } from 'vitest';
import { gunzipSync } from 'fflate';
import { textOf } from '#lib/base/bytes.ts';
import { digest } from '#lib/base/platform/crypto.ts';
import * as registry from '#lib/challenges/registry.ts';
import type { SourceFiles } from './authored.ts';
import { checkSources } from './check.ts';
import { compileBundle } from './compile.ts';
import { lessonChunkSchema, lessonCode } from './lesson.ts';
import { tinySources } from './tiny-sources.ts';
import * as v from 'valibot';

const folder = 'tiny/modules/1.1/right-page';
const exercise = [...tinySources.keys()].flatMap(
  (path) => /^tiny\/challenges\/(1\.1\/[^/]+)\/challenge\.yaml$/.exec(path)?.[1] ?? [],
)[0]!;
const yaml = `skills: [1.1.source]
level: 1
minutes: 5
steps:
  - text: why
  - try: ${exercise}
  - check: trust
    options: [town, blog]
    answer: town
  - remember: keep
`;
const words = `# La bonne page

## why

### Tout le monde écrit

Une page vend. Une autre sait.

## trust

Quelle page croire ?

## trust.town

Celle de la commune

Elle change avec le jour du marché.

## trust.blog

Le récit d'une promenade

Il est vieux de six ans.

## keep

- Je regarde qui écrit.
- Je regarde quand.
`;
function sources(
  changes: { readonly yaml?: string; readonly fr?: string; readonly en?: string } = {},
): SourceFiles {
  const files = new Map(tinySources);
  files.set(`${folder}/module.yaml`, changes.yaml ?? yaml);
  files.set(`${folder}/fr.md`, changes.fr ?? words);
  files.set(`${folder}/en.md`, changes.en ?? words);
  return files;
}

describe('[CT-22] a lesson is made of steps with their words', () => {
  test('each step holds its words, in each language', () => {
    const { bundles, faults } = checkSources(sources(), registry);
    expect(faults.filter(({ rule }) => rule !== 'untaught')).toEqual([]);
    const [lesson] = bundles[0]!.lessons;
    expect(Object.keys(lesson!.lessons)).toEqual(['fr', 'en']);
    expect(lesson!.lessons.fr).toMatchObject({
      ...{ id: '1.1/right-page', competence: '1.1', title: 'La bonne page', can: ['juger une source'] },
      steps: [
        { type: 'text', title: 'Tout le monde écrit' },
        { type: 'try', challenge: exercise },
        {
          type: 'check',
          id: 'trust',
          answer: 'town',
          options: [{ id: 'town', text: 'Celle de la commune' }, { id: 'blog' }],
        },
        { type: 'remember', points: ['Je regarde qui écrit.', 'Je regarde quand.'] },
      ],
    });
  });

  const cases: readonly [string, Parameters<typeof sources>[0], string][] = [
    [
      'nothing to do',
      { yaml: yaml.replace(/ {2}- try: .*\n/, '  - text: more\n') },
      'module.yaml lessonForm',
    ],
    [
      'no question',
      { yaml: yaml.replace(/ {2}- check: .*\n.*\n.*\n/, `  - try: ${exercise}\n`) },
      'module.yaml lessonForm',
    ],
    ['no end', { yaml: yaml.replace('  - remember: keep\n', '  - text: keep\n') }, 'module.yaml lessonForm'],
    [
      'an answer that is no option',
      { yaml: yaml.replace('answer: town', 'answer: shop') },
      'module.yaml lessonForm',
    ],
    ['an option twice', { yaml: yaml.replace('[town, blog]', '[town, town]') }, 'module.yaml lessonForm'],
    [
      'two steps of one name',
      { yaml: yaml.replace('  - try', '  - text: why\n  - try') },
      'module.yaml lessonForm',
    ],
    [
      'an exercise that is nowhere',
      { yaml: yaml.replace(exercise, '1.1/nowhere') },
      'module.yaml unknownTry',
    ],
    ['a skill that is nowhere', { yaml: yaml.replace('1.1.source', '1.1.fly') }, 'module.yaml unknownSkill'],
    ['too few steps', { yaml: yaml.replace('  - text: why\n', '') }, 'module.yaml schema'],
    ['a step of no kind', { yaml: yaml.replace('remember: keep', 'sing: keep') }, 'module.yaml schema'],
    ['no words of a step', { fr: words.replace(/## why[^#]*### [^#]*/, '') }, 'fr.md missingSection'],
    ['words of no step', { fr: `${words}\n## other\n\nDes mots.\n` }, 'fr.md unusedSection'],
    [
      'a text without a heading',
      { en: words.replace('### Tout le monde écrit\n\n', '') },
      'en.md lessonForm',
    ],
    [
      'an option without its answer',
      { en: words.replace('Il est vieux de six ans.\n', '') },
      'en.md lessonForm',
    ],
    ['one thing to remember', { en: words.replace('- Je regarde quand.\n', '') }, 'en.md lessonForm'],
    [
      'a sentence too long',
      { fr: words.replace('Une page vend.', `Une page ${'très '.repeat(20)}vend.`) },
      'fr.md longSentence',
    ],
  ];
  test.each(cases)('a fault: %s', (_name, changes, told) => {
    const { faults, bundles } = checkSources(sources(changes), registry);
    expect(faults.map(({ file, rule }) => `${file.split('/').at(-1)} ${rule}`)).toContain(told);
    expect(faults.every(({ line, mend }) => line > 0 && mend !== '')).toBe(true);
    expect(bundles[0]!.lessons).toEqual([]);
  });

  test('a file that no lesson has, and a folder without its module.yaml', () => {
    const files = new Map(sources());
    files.set(`${folder}/notes.md`, 'x');
    files.delete(`${folder}/module.yaml`);
    const rules = checkSources(files, registry).faults.map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining(['unknownFile', 'missingFile']));
  });
});

test('[CT-23] lessons are in chunks of their own, which no test needs', async () => {
  const { bundles, framework } = checkSources(sources(), registry);
  const { manifest, chunks } = await compileBundle(bundles[0]!, framework, digest);
  expect(manifest.lessons?.map(({ name, language }) => [name, language])).toEqual([
    ['lessons-fr', 'fr'],
    ['lessons-en', 'en'],
  ]);
  expect(manifest.chunks.some(({ name }) => name.startsWith('lessons'))).toBe(false);
  const [entry] = manifest.lessons!;
  const chunk = JSON.parse(textOf(gunzipSync(chunks.get(entry!.sha256)!))) as unknown;
  expect(v.parse(lessonChunkSchema, chunk).lessons.map(({ id }) => id)).toEqual(['1.1/right-page']);
});

test('[CT-24] a lesson has a short code on paper, which no other has', () => {
  expect(lessonCode('1.2/find-it-again')).toBe('1.2-FIA');
  const files = new Map(sources());
  for (const [path, text] of sources()) {
    if (path.startsWith(folder)) files.set(path.replace('right-page', 'red-pen'), text);
  }
  const { faults, bundles } = checkSources(files, registry);
  expect(faults.filter(({ rule }) => rule === 'duplicateCode')).toMatchObject([
    { file: `${folder}/module.yaml`, line: 1, message: expect.stringContaining('1.1-RP') as string },
  ]);
  expect(bundles[0]!.lessons.map(({ id }) => id)).toEqual(['1.1/red-pen']);
});
