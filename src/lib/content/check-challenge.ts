import type { Json } from '#lib/base/canonical-json.ts';
import type { KindName } from '#lib/challenges/challenge.ts';
import type { Kind } from '#lib/challenges/kind.ts';
import type { AnySimulator } from '#lib/challenges/registry.ts';
import type { TaskParams } from '#lib/challenges/simulator.ts';
import type { Framework } from '#lib/framework/framework.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';
import { textAt, type AuthoredChallenge, type SourceFiles } from './authored.ts';
import { readWords, textsIn, withWay } from './challenge-words.ts';
import { withClips } from './check-clips.ts';
import { checkExamples, wordedExamples } from './check-examples.ts';
import { checkLongestAnswer } from './check-longest-answer.ts';
import { embedPictures } from './check-pictures.ts';
import { checkPlace, type Place } from './check-place.ts';
import { checkSimulation } from './check-simulation.ts';
import { tellerOf, type Fault } from './fault.ts';
import { keysIn, mistakesIn } from './references.ts';
import { challengeFileSchema, type Example } from './source-schema.ts';
import { wordsOf } from './words.ts';
import { parseAs, parseYaml } from './yaml-file.ts';

/** The kinds that challenges may be of, and the simulators among them. */
export interface Kinds {
  readonly kinds: Readonly<Record<KindName, Kind>>;
  readonly simulators: Readonly<Partial<Record<KindName, AnySimulator>>>;
}

/** A challenge out of its folder, or undefined when it cannot be read; adds every fault found. */
export function checkChallenge(
  place: Place,
  files: SourceFiles,
  languages: readonly ContentLocale[],
  framework: Framework,
  { kinds, simulators }: Kinds,
  faults: Fault[],
): AuthoredChallenge | undefined {
  const file = `${place.folder}/challenge.yaml`;
  const tell = tellerOf(file, faults);
  const source = textAt(files, file);
  if (source === undefined) {
    tell(1, 'missingFile', 'there is no challenge.yaml', 'Add it, or take the folder out.');
    return undefined;
  }
  const yaml = parseYaml(source, tell);
  const written = yaml && parseAs(challengeFileSchema, yaml.value, yaml, tell);
  if (yaml === undefined || written === undefined) return undefined;
  const { kind: kindName, skill, level, needs, enemies, seconds, examples } = written;
  checkPlace(place, skill, framework, yaml, tell);
  const kind = kinds[kindName];
  const rawParams = (written.params ?? {}) as Json;
  const embedded = embedPictures(rawParams, place.folder, files, yaml, faults);
  const params = embedded && parseAs(kind.params, embedded, yaml, tell, ['params']);
  for (const fault of params === undefined ? [] : kind.faults(params)) {
    tell(yaml.lineOf(['params']), 'sense', fault, 'Mend the parameters.');
  }
  const feedback = mistakesIn(rawParams).map((mistake) => `feedback.${mistake}`);
  const named = params === undefined ? [] : kind.texts(params).filter((text) => text.startsWith('@'));
  const keys = new Set([...keysIn(rawParams), ...named.map((text) => text.slice(1)), ...feedback]);
  // Words that only an example types need not travel to learners.
  const exampleKeys = new Set([...keys, ...examples.flatMap(({ response }) => keysIn(response as Json))]);
  const words = readWords(place, files, languages, exampleKeys, faults);
  if (embedded === undefined || params === undefined) return undefined;
  const replayed = textsIn(words, exampleKeys);
  checkExamples(examples, kind, params, replayed, yaml, tell);
  const simulator = simulators[kindName];
  const [first] = Object.values(replayed);
  if (simulator !== undefined && first !== undefined) {
    checkSimulation(examples, simulator, params as TaskParams<unknown>, wordsOf(first), yaml, tell);
  }
  for (const texts of kindName === 'single-choice' ? Object.values(replayed) : []) {
    checkLongestAnswer(params, wordsOf(texts), yaml, tell);
  }
  const { id, competence } = place;
  const worded: Partial<Record<ContentLocale, readonly Example[]>> = Object.fromEntries(
    Object.entries(replayed).map(([locale, texts]) => [locale, wordedExamples(examples, texts)]),
  );
  return {
    file,
    challenge: {
      ...{ id, kind: kindName, competence, skill, level, params: embedded, needs, enemies },
      timed: seconds !== undefined,
      ...(seconds !== undefined && { seconds }),
    },
    texts: withClips(withWay(textsIn(words, keys), worded), place.folder, files, faults),
    examples: worded,
    guessing: kind.guessing(params),
    steps: kind.grade(params, [], (text) => text).steps,
  };
}
