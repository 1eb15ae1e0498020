import * as v from 'valibot';
import type { Words } from '#lib/challenges/kind.ts';
import type { Tell } from './fault.ts';
import type { YamlFile } from './yaml-file.ts';

const choiceSchema = v.object({
  answer: v.string(),
  options: v.array(v.object({ id: v.string(), text: v.string() })),
});

/** How much longer than all others the right option must be to give itself away. */
const farLonger = 1.5;
const farLongerBy = 12;

/** Tells when the right option is the longest by far: people who guess take the longest. */
export function checkLongestAnswer(params: unknown, words: Words, yaml: YamlFile, tell: Tell): void {
  const parsed = v.safeParse(choiceSchema, params);
  if (!parsed.success) return;
  const { answer, options } = parsed.output;
  const lengthOf = (option: { readonly text: string }): number => words(option.text).length;
  const right = options.find(({ id }) => id === answer);
  const others = options.filter(({ id }) => id !== answer).map(lengthOf);
  if (right === undefined) return;
  const longest = Math.max(0, ...others);
  if (lengthOf(right) < longest * farLonger || lengthOf(right) < longest + farLongerBy) return;
  tell(
    yaml.lineOf(['params', 'answer']),
    'longestAnswer',
    'the right option is the longest by far',
    'Shorten it, or make another one as long.',
  );
}
