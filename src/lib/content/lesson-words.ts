import type { Picture } from '#lib/challenges/picture.ts';
import { plainText, spansText, type RichText } from '#lib/challenges/rich-text.ts';
import type { Tell } from './fault.ts';
import type { Lesson, LessonStep } from './lesson.ts';
import type { ModuleStep } from './source-schema.ts';
import type { Section, WordsFile } from './words-file.ts';

type TextOf<Step> = Step extends { readonly text: string }
  ? Omit<Step, 'picture'> & { readonly picture?: Picture }
  : Step;
/** A step of `module.yaml` once its picture stands in it. */
export type EmbeddedStep = TextOf<ModuleStep>;

/** The steps with their words in one language; tells each section that has not the form of its step, and leaves the step out. */
export function worded(steps: readonly EmbeddedStep[], words: WordsFile, tell: Tell): Lesson['steps'] {
  return steps.flatMap((step) => stepOf(step, words, tell) ?? []);
}

function stepOf(step: EmbeddedStep, { sections }: WordsFile, tell: Tell): LessonStep | undefined {
  if ('try' in step) return { type: 'try', challenge: step.try };
  if ('text' in step) {
    const section = sections.get(step.text);
    const [heading, ...rest] = section?.text ?? [];
    if (section === undefined) return undefined;
    if (heading?.type !== 'heading' || rest.length === 0) {
      tellMisshapen(section, step.text, 'Begin with "### " and a heading, then the text.', tell);
      return undefined;
    }
    const { picture } = step;
    return {
      ...{ type: 'text', title: spansText(heading.content), text: asKept(rest) },
      ...(picture && {
        picture: { file: picture.file, alt: plainText(sections.get(picture.alt.slice(1))?.text ?? []) },
      }),
    };
  }
  if ('remember' in step) {
    const section = sections.get(step.remember);
    if (section === undefined) return undefined;
    const [list, ...more] = section.text;
    if (list?.type !== 'list' || more.length > 0 || list.items.length < 2 || list.items.length > 4) {
      tellMisshapen(section, step.remember, 'Write one list of 2 to 4 points.', tell);
      return undefined;
    }
    return { type: 'remember', points: list.items.map(spansText) };
  }
  const question = sections.get(step.check);
  const options = step.options.flatMap(
    (id) => optionOf(id, sections.get(`${step.check}.${id}`), `${step.check}.${id}`, tell) ?? [],
  );
  if (question === undefined || options.length < step.options.length) return undefined;
  return { type: 'check', id: step.check, question: asKept(question.text), options, answer: step.answer };
}

function optionOf(id: string, section: Section | undefined, key: string, tell: Tell) {
  const [text, ...said] = section?.text ?? [];
  if (section === undefined) return undefined;
  if (text?.type !== 'paragraph' || said.length === 0) {
    tellMisshapen(section, key, 'Write the option, an empty line, then what is answered to it.', tell);
    return undefined;
  }
  return { id, text: spansText(text.content), said: asKept(said) };
}

function tellMisshapen(section: Section, key: string, mend: string, tell: Tell): void {
  tell(section.line, 'lessonForm', `"${key}" has not the form of its step`, mend);
}

/** The same blocks; only the type does not say that nobody changes them. */
function asKept(text: RichText): RichText[number][] {
  return [...text];
}
