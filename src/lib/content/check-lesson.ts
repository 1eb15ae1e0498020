import type { Json } from '#lib/base/canonical-json.ts';
import { skillOf, type Framework } from '#lib/framework/framework.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';
import { textAt, type AuthoredLesson, type SourceFiles } from './authored.ts';
import { readWords } from './challenge-words.ts';
import { embedPictures } from './check-pictures.ts';
import { checkPlace, type Place } from './check-place.ts';
import type { SentenceCounts } from './check-words.ts';
import { tellerOf, type Fault, type Tell } from './fault.ts';
import type { Lesson } from './lesson.ts';
import { worded, type EmbeddedStep } from './lesson-words.ts';
import { keysIn } from './references.ts';
import { moduleFileSchema, type ModuleStep } from './source-schema.ts';
import { parseAs, parseYaml, type YamlFile } from './yaml-file.ts';

/** A lesson out of its folder, or undefined when it cannot be read; adds every fault found. */
export function checkLesson(
  place: Place,
  files: SourceFiles,
  languages: readonly ContentLocale[],
  framework: Framework,
  faults: Fault[],
): AuthoredLesson | undefined {
  const source = 'module.yaml';
  const file = `${place.folder}/${source}`;
  const tell = tellerOf(file, faults);
  const text = textAt(files, file);
  if (text === undefined) {
    tell(1, 'missingFile', 'there is no module.yaml', 'Add it, or take the folder out.');
    return undefined;
  }
  const yaml = parseYaml(text, tell);
  const written = yaml && parseAs(moduleFileSchema, yaml.value, yaml, tell);
  if (yaml === undefined || written === undefined) return undefined;
  const { skills, level, minutes, steps } = written;
  skills.forEach((skill, index) => checkPlace(place, skill, framework, yaml, tell, ['skills', index]));
  tellForm(steps, yaml, tell);
  const holder = { source, under: 'steps' };
  const embedded = embedPictures(steps as Json, place.folder, files, yaml, faults, holder);
  const counts = countsOf(steps);
  const words = readWords(place, files, languages, new Set(keysIn(steps as Json)), faults, counts);
  if (embedded === undefined) return undefined;
  const { id, competence } = place;
  const lessons: Partial<Record<ContentLocale, Lesson>> = {};
  for (const locale of languages) {
    const said = words[locale];
    if (said === undefined) continue;
    // The schema read them before the pictures took the place of their names.
    const told = worded(
      embedded as unknown as readonly EmbeddedStep[],
      said,
      tellerOf(`${place.folder}/${locale}.md`, faults),
    );
    const can = skills.flatMap((skill) => skillOf(framework, skill)?.can[locale] ?? []);
    lessons[locale] = { id, competence, skills, can, level, minutes, title: said.title, steps: told };
  }
  return { file, id, skills, tries: triesIn(steps, yaml), lessons };
}

/** Tells what a lesson must have: something to do, a question, and at its end what to remember. */
function tellForm(steps: readonly ModuleStep[], yaml: YamlFile, tell: Tell): void {
  const at = yaml.lineOf(['steps']);
  if (!steps.some((step) => 'try' in step))
    tell(at, 'lessonForm', 'nothing is done in this lesson', 'Add a step "try" with a challenge.');
  if (!steps.some((step) => 'check' in step))
    tell(at, 'lessonForm', 'this lesson asks nothing', 'Add a step "check" with its options.');
  const last = steps.findIndex((step) => 'remember' in step);
  if (last !== steps.length - 1) {
    const line = last < 0 ? at : yaml.lineOf(['steps', last]);
    tell(line, 'lessonForm', 'what to remember is not the last step', 'End with one step "remember".');
  }
  const seen = new Set<string>();
  steps.forEach((step, index) => {
    const name = nameOf(step);
    if (name !== undefined && seen.has(name))
      tell(yaml.lineOf(['steps', index]), 'lessonForm', `two steps are "${name}"`, 'Rename one of them.');
    if (name !== undefined) seen.add(name);
    if (!('check' in step)) return;
    if (!step.options.includes(step.answer))
      tell(
        yaml.lineOf(['steps', index, 'answer']),
        'lessonForm',
        `"${step.answer}" is no option`,
        'Name one of the options.',
      );
    if (new Set(step.options).size < step.options.length)
      tell(
        yaml.lineOf(['steps', index, 'options']),
        'lessonForm',
        'an option is there twice',
        'Keep one of the two.',
      );
  });
}

function nameOf(step: ModuleStep): string | undefined {
  if ('text' in step) return step.text;
  if ('check' in step) return step.check;
  return 'remember' in step ? step.remember : undefined;
}

/** Few words a screen: how many sentences each section may have, its heading included. */
function countsOf(steps: readonly ModuleStep[]): SentenceCounts {
  const counts: Record<string, readonly [number, number]> = {};
  for (const step of steps) {
    if ('text' in step) counts[step.text] = [2, 8];
    else if ('remember' in step) counts[step.remember] = [2, 6];
    else if ('check' in step) {
      counts[step.check] = [1, 3];
      for (const option of step.options) counts[`${step.check}.${option}`] = [2, 4];
    }
  }
  return counts;
}

function triesIn(steps: readonly ModuleStep[], yaml: YamlFile): AuthoredLesson['tries'] {
  return steps.flatMap((step, index) =>
    'try' in step ? [{ challenge: step.try, line: yaml.lineOf(['steps', index]) }] : [],
  );
}
