import * as v from 'valibot';
import type { Json } from '#lib/base/canonical-json.ts';
import type { ChallengeTexts } from '#lib/challenges/challenge.ts';
import type { Kind } from '#lib/challenges/kind.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';
import type { Tell } from './fault.ts';
import { withWords } from './references.ts';
import type { Example } from './source-schema.ts';
import { wordsOf } from './words.ts';
import type { YamlFile } from './yaml-file.ts';

/** Examples whose responses say `@key`, in a language's words. */
export function wordedExamples(examples: readonly Example[], texts: ChallengeTexts): readonly Example[] {
  const words = wordsOf(texts);
  return examples.map((example) => ({
    ...example,
    response: withWords((example.response ?? null) as Json, words),
  }));
}

/** Replays the examples in each language, and tells those that are not judged as they say. */
export function checkExamples(
  examples: readonly Example[],
  kind: Kind,
  params: unknown,
  texts: Readonly<Partial<Record<ContentLocale, ChallengeTexts>>>,
  yaml: YamlFile,
  tell: Tell,
): void {
  const outcomes = examples.map(({ outcome }) => outcome);
  if (!outcomes.includes('correct')) {
    tell(yaml.lineOf(['examples']), 'examples', 'no example is correct', 'Add a response that is right.');
  }
  if (outcomes.every((outcome) => outcome === 'correct')) {
    tell(
      yaml.lineOf(['examples']),
      'examples',
      'every example is correct',
      'Add a response that is not right.',
    );
  }
  for (const [locale, words] of Object.entries(texts)) {
    wordedExamples(examples, words).forEach((example, index) => {
      checkExample(example, locale, kind, params, words, yaml.lineOf(['examples', index]), tell);
    });
  }
}

function checkExample(
  example: Example,
  locale: string,
  kind: Kind,
  params: unknown,
  texts: ChallengeTexts,
  line: number,
  tell: Tell,
): void {
  const words = wordsOf(texts);
  const parsed = v.safeParse(kind.response, example.response);
  if (!parsed.success) {
    const what = parsed.issues.map(({ message }) => message).join('; ');
    tell(
      line,
      'exampleResponse',
      `no ${kind.name} gives this response: ${what}`,
      'Write it as the guide shows.',
    );
    return;
  }
  const grade = kind.grade(params, parsed.output, words);
  if (grade.outcome !== example.outcome) {
    const seen = grade.mistakes.length === 0 ? '' : ` (${grade.mistakes.join(', ')})`;
    tell(
      line,
      'exampleOutcome',
      `in ${locale} this is ${grade.outcome}${seen}, ${grade.score} of ${grade.steps}, not ${example.outcome}`,
      'Mend the example, the goal or the words.',
    );
  }
  if (example.mistake !== undefined && !grade.mistakes.includes(example.mistake)) {
    const seen = grade.mistakes.join(', ') || 'none';
    tell(
      line,
      'exampleMistake',
      `in ${locale} it does not lead to "${example.mistake}" (seen: ${seen})`,
      'Name the mistake where it is made.',
    );
  }
}
