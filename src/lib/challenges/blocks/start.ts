import * as v from 'valibot';
import { blockTypes, depthAfter, type Block } from './block.ts';

const text = v.pipe(v.string(), v.minLength(1));
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/i, 'an id is made of letters, digits and hyphens'),
);
const named = v.strictObject({ id, text });

const block = v.strictObject({
  type: v.picklist(blockTypes),
  of: v.optional(v.string(), ''),
  value: v.optional(v.pipe(v.number(), v.integer()), 2),
  test: v.optional(v.string(), ''),
  indent: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
});

/** What an author writes under `start` for programs made of blocks. */
export const blocksStart = v.strictObject({
  /** Streets: `.` street, `#` works, `B` a letterbox, `E` the end, and `> < ^ v` the postman. */
  map: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[.#BE<>^v]{1,8}$/))), v.maxLength(8)), []),
  /** Days on which the program runs, what holds on each, and the sign that is right then. */
  days: v.optional(
    v.pipe(v.array(v.strictObject({ text, holds: v.array(id), expect: id })), v.maxLength(8)),
    [],
  ),
  /** What may hold on a day. */
  senses: v.optional(v.array(named), []),
  signs: v.optional(v.array(named), []),
  variables: v.optional(v.array(named), []),
  /** Tests: `clear`, `box`, `end`, a sense, or `variable>=3`; `!` before says the contrary. */
  tests: v.optional(v.array(v.strictObject({ id, text, when: text })), []),
  /** Blocks that can be added: a type, or `show:sign`, `set:variable`, `change:variable`. */
  palette: v.pipe(v.array(text), v.minLength(1), v.maxLength(12)),
  program: v.optional(v.pipe(v.array(block), v.maxLength(24)), []),
});
export type BlocksStart = v.InferOutput<typeof blocksStart>;

/** Every `@key` of a start. */
export function blocksTexts(start: BlocksStart): readonly string[] {
  return [...start.days, ...start.senses, ...start.signs, ...start.variables, ...start.tests]
    .map((each) => each.text)
    .filter((each) => each.startsWith('@'));
}

/** The block that a member of the palette adds, at the first test and with the number 2; undefined when it is none. */
export function blockOf(start: BlocksStart, member: string): Block | undefined {
  const [name = '', of = ''] = member.split(':');
  const type = blockTypes.find((each) => each === name);
  if (type === undefined) return undefined;
  const value = type === 'set' ? 0 : type === 'change' ? 1 : 2;
  const test = type === 'until' || type === 'if' ? (start.tests[0]?.id ?? '') : '';
  return { type, of, value, test, indent: 0 };
}

/** Faults of sense in a start, in English; empty when there is none. */
export function blocksFaults(start: BlocksStart): readonly string[] {
  const postmen = start.map.join('').replace(/[^<>^v]/g, '').length;
  const known = (all: readonly { readonly id: string }[], name: string): boolean =>
    all.some((each) => each.id === name);
  const isBlock = ({ type, of, test }: Pick<Block, 'type' | 'of' | 'test'>): boolean => {
    if (type === 'show') return known(start.signs, of);
    if (type === 'set' || type === 'change') return known(start.variables, of);
    if (type === 'if' || type === 'until') return known(start.tests, test);
    return true;
  };
  const isTest = (when: string): boolean => {
    const plain = when.replace(/^!/, '');
    const [name = ''] = plain.split('>=');
    return plain.includes('>=')
      ? known(start.variables, name)
      : ['clear', 'box', 'end'].includes(plain) || known(start.senses, plain);
  };
  return [
    ...(start.map.length > 0 === start.days.length > 0 ? ['either a map or days are needed'] : []),
    ...(start.map.length > 0 && postmen !== 1 ? ['the map needs one postman'] : []),
    ...(new Set(start.map.map((row) => row.length)).size > 1 ? ['rows of the map differ in length'] : []),
    ...start.days
      .filter(({ expect }) => !known(start.signs, expect))
      .map(({ expect }) => `"${expect}" is no sign`),
    ...start.days.flatMap(({ holds }) =>
      holds.filter((each) => !known(start.senses, each)).map((each) => `"${each}" is no sense`),
    ),
    ...start.tests
      .filter(({ when }) => !isTest(when))
      .map(({ when }) => `the test "${when}" is not understood`),
    ...start.palette
      .filter((member) => {
        const made = blockOf(start, member);
        return made === undefined || !isBlock(made);
      })
      .map((member) => `the palette has no block "${member}"`),
    ...start.program.flatMap((each, line) => [
      ...(isBlock(each) ? [] : [`line ${line + 1} of the program names what is not there`]),
      ...(each.indent > depthAfter(start.program[line - 1]) ? [`line ${line + 1} stands too deep`] : []),
    ]),
  ];
}
