import { expect, test } from 'vitest';
import * as v from 'valibot';
import type { BlocksAction } from './action.ts';
import { blocksKind, blocksSimulator } from './challenge.ts';
import { mostSteps, runProgram } from './run.ts';
import { blocksFaults, blocksStart, type BlocksStart } from './start.ts';
import type { BlocksState } from './state.ts';

const tests = [
  { id: 'end', text: 'E', when: 'end' },
  { id: 'clear', text: 'C', when: 'clear' },
  { id: 'closed', text: 'N', when: '!clear' },
];
const streets = v.parse(blocksStart, {
  map: ['>.B', '##E'],
  tests,
  palette: ['forward', 'right', 'deliver', 'repeat', 'until', 'if', 'else'],
});

function after(start: BlocksStart, ...actions: readonly BlocksAction[]): BlocksState {
  return actions.reduce(
    (state, action) => blocksSimulator.apply(state, action, start, (text) => text),
    blocksSimulator.begin(start, (text) => text),
  );
}
const added = (...blocks: readonly string[]): readonly BlocksAction[] =>
  blocks.map((block) => ({ do: 'add', block }));
const facts = (...actions: readonly BlocksAction[]): ReturnType<typeof blocksSimulator.facts> =>
  blocksSimulator.facts(after(streets, ...actions), streets);

test('a program does its lines in order and tells where it led', () => {
  const all = added('forward', 'forward', 'deliver', 'right', 'forward');
  expect(facts(...all)).toMatchObject({ ran: false, blocks: 5 });
  expect(facts(...all).arrived).toBeUndefined();
  expect(facts(...all, { do: 'run' })).toMatchObject({ arrived: true, 'delivered.all': true, steps: 5 });
});

test('a change after a run asks for a new run', () => {
  expect(facts(...added('forward'), { do: 'run' }, ...added('forward'))).toMatchObject({
    ran: false,
    runs: 1,
  });
});

test('works and a missing letterbox stop a run', () => {
  expect(facts(...added('right', 'forward'), { do: 'run' })).toMatchObject({ ending: 'blocked' });
  expect(facts(...added('deliver'), { do: 'run' })).toMatchObject({ ending: 'noBox', delivered: 0 });
});

test('a program without an end is stopped and told, even with nothing inside', () => {
  expect(facts(...added('until'), { do: 'run' })).toMatchObject({ ending: 'endless', steps: mostSteps });
  expect(facts(...added('until', 'right'), { do: 'run' }).ending).toBe('endless');
});

test('one of « if » and « otherwise » is done, and « otherwise » alone never', () => {
  const turning = added('until', 'if');
  const choice: readonly BlocksAction[] = [
    ...turning,
    { do: 'test', at: 1, test: 'clear' },
    ...added('forward', 'else', 'right'),
  ];
  expect(after(streets, ...choice).program.map(({ indent }) => indent)).toEqual([0, 1, 2, 1, 2]);
  expect(facts(...choice, { do: 'run' })).toMatchObject({ ending: 'done', arrived: true });
  expect(facts(...added('else', 'forward'), { do: 'run' })).toMatchObject({ steps: 0, ending: 'done' });
});

test('no line stands deeper than the line above allows', () => {
  const nested = after(streets, ...added('repeat', 'repeat', 'forward'));
  expect(nested.program.map(({ indent }) => indent)).toEqual([0, 1, 2]);
  const without = after(streets, ...added('repeat', 'repeat', 'forward'), { do: 'remove', at: 0 });
  expect(without.program.map(({ indent }) => indent)).toEqual([0, 1]);
  expect(after(streets, ...added('forward', 'forward'), { do: 'indent', at: 1 }).program[1]?.indent).toBe(0);
});

test('lines change places, and impossible actions leave all as it is', () => {
  const two = after(streets, ...added('forward', 'right'));
  const apply = (action: BlocksAction): BlocksState =>
    blocksSimulator.apply(two, action, streets, (text) => text);
  expect(apply({ do: 'up', at: 1 }).program.map(({ type }) => type)).toEqual(['right', 'forward']);
  for (const action of [
    { do: 'up', at: 0 },
    { do: 'down', at: 1 },
    { do: 'remove', at: 9 },
    { do: 'outdent', at: 0 },
    { do: 'number', at: 0, value: 3 },
    { do: 'test', at: 0, test: 'end' },
    { do: 'add', block: 'left' },
    { do: 'add', block: 'constructor' },
  ] as const satisfies readonly BlocksAction[]) {
    expect(apply(action)).toBe(two);
  }
});

test('variables are kept from day to day', () => {
  const week = v.parse(blocksStart, {
    days: ['rain', 'rain', 'dry', 'rain'].map((sense, day) => ({
      text: `D${day}`,
      holds: [sense],
      expect: day === 1 ? 'shut' : 'open',
    })),
    senses: ['rain', 'dry'].map((id) => ({ id, text: id })),
    signs: ['open', 'shut'].map((id) => ({ id, text: id })),
    variables: [{ id: 'wet', text: 'wet' }],
    tests: [
      { id: 'rain', text: 'rain', when: 'rain' },
      { id: 'soaked', text: 'soaked', when: 'wet>=2' },
    ],
    palette: ['if'],
    program: [
      { type: 'if', test: 'rain' },
      { type: 'change', of: 'wet', value: 1, indent: 1 },
      { type: 'else' },
      { type: 'set', of: 'wet', value: 0, indent: 1 },
      { type: 'show', of: 'open' },
      { type: 'if', test: 'soaked' },
      { type: 'show', of: 'shut', indent: 1 },
    ],
  });
  expect(blocksFaults(week)).toEqual([]);
  expect(runProgram(week.program, week).moments.at(-1)?.shown).toEqual(['open', 'shut', 'open', 'open']);
  expect(blocksSimulator.facts(after(week, { do: 'run' }), week)).toMatchObject({
    'signs.all': true,
    'variable.wet': 1,
  });
});

test('a start that makes no sense is told', () => {
  const wrong = v.parse(blocksStart, {
    map: ['..', '.'],
    tests: [{ id: 'a', text: 'A', when: 'nonsense' }],
    palette: ['fly', 'show:none'],
    program: [
      { type: 'if', test: 'b' },
      { type: 'forward', indent: 3 },
    ],
  });
  expect(blocksFaults(wrong)).toHaveLength(7);
});

test('a hostile log never throws and is never right', () => {
  const params = v.parse(blocksKind.params, {
    start: { map: ['>E'], palette: ['forward'] },
    goal: [{ all: [{ fact: 'arrived', is: true }] }],
  });
  for (const log of [null, [null], [{ do: 'run' }], [{ do: 'add', block: '__proto__', after: 1e9 }]]) {
    expect(blocksKind.grade(params, log as never, (text) => text).outcome).toBe('incorrect');
  }
});
