import type { Json } from '#lib/base/canonical-json.ts';
import type { ChallengeTexts, KindName } from '#lib/challenges/challenge.ts';
import type { Kind } from '#lib/challenges/kind.ts';
import { plainText } from '#lib/challenges/rich-text.ts';
import { competenceOfSkill, competencesOf, type Framework } from '#lib/framework/framework.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { AuthoredChallenge, SourceFiles } from './authored.ts';
import { checkExamples } from './check-examples.ts';
import { checkLongestAnswer } from './check-longest-answer.ts';
import { checkWords } from './check-words.ts';
import { tellerOf, type Fault } from './fault.ts';
import { keysIn, mistakesIn } from './references.ts';
import { challengeFileSchema, type ChallengeFile } from './source-schema.ts';
import { parseWords, type WordsFile } from './words-file.ts';
import { wordsOf } from './words.ts';
import { parseAs, parseYaml, type YamlFile } from './yaml-file.ts';

/** The kinds that challenges may be of. */
export type Kinds = Readonly<Record<KindName, Kind>>;

/** Where a challenge's files are: `<bundle>/challenges/<competence>/<folder>`. */
export interface Place {
  readonly folder: string;
  readonly competence: string;
  readonly id: string;
}

/** A challenge out of its folder, or undefined when it cannot be read; adds every fault found. */
export function checkChallenge(
  place: Place,
  files: SourceFiles,
  languages: readonly Locale[],
  framework: Framework,
  kinds: Kinds,
  faults: Fault[],
): AuthoredChallenge | undefined {
  const file = `${place.folder}/challenge.yaml`;
  const tell = tellerOf(file, faults);
  const source = files.get(file);
  if (source === undefined) {
    tell(1, 'missingFile', 'there is no challenge.yaml', 'Add it, or take the folder out.');
    return undefined;
  }
  const yaml = parseYaml(source, tell);
  const written = yaml && parseAs(challengeFileSchema, yaml.value, yaml, tell);
  if (yaml === undefined || written === undefined) return undefined;
  tellStrangers(place, written, yaml, framework, faults, file);
  const kind = kinds[written.kind];
  const rawParams = (written.params ?? {}) as Json;
  const params = parseAs(kind.params, rawParams, yaml, tell, ['params']);
  const sense = params === undefined ? [] : kind.faults(params);
  for (const fault of sense) tell(yaml.lineOf(['params']), 'sense', fault, 'Mend the parameters.');
  const named = params === undefined ? [] : kind.texts(params);
  const keys = new Set([
    ...[...keysIn([...named, rawParams])],
    ...mistakesIn(rawParams).map((mistake) => `feedback.${mistake}`),
  ]);
  const replayKeys = written.examples.flatMap((example) => keysIn(example.response as Json));
  const words = readWords(place, files, languages, new Set([...keys, ...replayKeys]), faults);
  const all = mapped(words, (each) => textsOf(each, new Set([...keys, ...replayKeys])));
  if (params === undefined) return undefined;
  checkExamples(written.examples, kind, params, all, yaml, tell);
  for (const texts of Object.values(all)) {
    if (written.kind === 'single-choice') checkLongestAnswer(params, wordsOf(texts), yaml, tell);
  }
  const { kind: kindName, skill, level, needs, enemies, timed } = written;
  return {
    file,
    challenge: {
      id: place.id,
      kind: kindName,
      competence: place.competence,
      skill,
      level,
      params: rawParams,
      needs,
      enemies: [...enemies],
      timed,
    },
    texts: mapped(words, (each) => textsOf(each, keys)),
    guessing: kind.guessing(params),
    steps: kind.grade(params, [], (text) => text).steps,
  };
}

function tellStrangers(
  place: Place,
  { skill }: ChallengeFile,
  yaml: YamlFile,
  framework: Framework,
  faults: Fault[],
  file: string,
): void {
  const tell = tellerOf(file, faults);
  if (!competencesOf(framework).some(({ id }) => id === place.competence)) {
    tell(
      1,
      'unknownCompetence',
      `"${place.competence}" is no competence`,
      'Move the folder under a competence.',
    );
    return;
  }
  const holder = competenceOfSkill(framework, skill);
  if (holder === undefined) {
    const known = competencesOf(framework).find(({ id }) => id === place.competence)?.skills ?? [];
    const names = known.map(({ id }) => id).join(', ');
    tell(
      yaml.lineOf(['skill']),
      'unknownSkill',
      `"${skill}" is no skill`,
      `Use one of ${names}, or add it to the framework.`,
    );
  } else if (holder.id !== place.competence) {
    tell(
      yaml.lineOf(['skill']),
      'unknownSkill',
      `"${skill}" is of ${holder.id}`,
      `Move the folder under ${holder.id}.`,
    );
  }
}

type ByLocale<Value> = Partial<Record<Locale, Value>>;

function readWords(
  place: Place,
  files: SourceFiles,
  languages: readonly Locale[],
  keys: ReadonlySet<string>,
  faults: Fault[],
): ByLocale<WordsFile> {
  const words: ByLocale<WordsFile> = {};
  for (const locale of languages) {
    const file = `${place.folder}/${locale}.md`;
    const tell = tellerOf(file, faults);
    const text = files.get(file);
    if (text === undefined) {
      tell(1, 'missingFile', `there are no words in "${locale}"`, `Write ${locale}.md.`);
      continue;
    }
    const parsed = parseWords(text, locale, tell);
    checkWords(parsed, keys, locale, tell);
    words[locale] = parsed;
  }
  return words;
}

function mapped<From, To>(values: ByLocale<From>, change: (value: From) => To): ByLocale<To> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}

/** The words of a file as a learner's device has them; of the texts, those asked for. */
function textsOf({ title, sections }: WordsFile, keys: ReadonlySet<string>): ChallengeTexts {
  const rich = (key: string) => sections.get(key)?.text ?? [];
  const present = [...sections.keys()];
  const feedback = present.filter((key) => key.startsWith('feedback.'));
  return {
    title,
    instruction: rich('instruction'),
    hint: rich('hint'),
    explanation: rich('explanation'),
    feedback: Object.fromEntries(
      feedback.map((key) => [key.slice('feedback.'.length), plainText(rich(key))]),
    ),
    texts: Object.fromEntries(
      present.filter((key) => keys.has(key) && !feedback.includes(key)).map((key) => [key, rich(key)]),
    ),
  };
}
