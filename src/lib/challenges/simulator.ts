import * as v from 'valibot';
import type { Json } from '#lib/base/canonical-json.ts';
import { decimalOf } from '#lib/base/decimal.ts';
import { conditionsOf, gradeGoal, harmSchema, isDone, stepSchema, type Facts } from './goal.ts';
import type { Kind, Words } from './kind.ts';
import type { KindName } from './challenge.ts';

/** The heart of a simulator: a small state machine whose state is plain data. */
export interface Simulator<Start, State extends Json, Action extends { readonly do: string }> {
  readonly name: KindName;
  /** What an author writes under `start`. */
  readonly start: v.GenericSchema<unknown, Start>;
  /** What a learner can do; `do` names the action. */
  readonly action: v.GenericSchema<unknown, Action>;
  /** The state at the beginning. `words` turns `@key` into the learner's words. */
  begin(start: Start, words: Words): State;
  /** The next state; an action that is impossible in this state leaves it as it is. */
  apply(state: State, action: Action, start: Start, words: Words): State;
  /** What conditions may ask about. */
  facts(state: State, start: Start): Facts;
  /** Every `@key` of `start`. */
  texts(start: Start): readonly string[];
  /** Faults of sense in `start` (an unknown id, an id given twice), in English. */
  faults(start: Start): readonly string[];
}

const text = v.pipe(v.string(), v.minLength(1));

/** The question that may stand under a simulator: the learner finds something there and answers it here. */
export const askSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('choice'),
    options: v.pipe(v.array(v.strictObject({ id: text, text })), v.minLength(2), v.maxLength(6)),
  }),
  v.strictObject({ type: v.literal('number'), unit: v.optional(text) }),
  v.strictObject({ type: v.literal('text') }),
]);
export type Ask = v.InferOutput<typeof askSchema>;

/** The answer under a simulator; it becomes the fact `answer` (text) or `answer.number`. */
export const answerActionSchema = v.strictObject({
  do: v.literal('answer'),
  value: v.pipe(v.string(), v.maxLength(200)),
});

/** What an author writes for a task in a simulator. */
export interface TaskParams<Start> {
  readonly start: Start;
  readonly ask?: Ask | undefined;
  readonly goal: readonly v.InferOutput<typeof stepSchema>[];
  readonly forbid: readonly v.InferOutput<typeof harmSchema>[];
  /** Other worlds that the learner never sees: what was done is done there too, and must be as good. */
  readonly hidden: readonly Start[];
}

/** A learner's work in a simulator: what was done, in order. The state is this log replayed. */
export type ActionLog = readonly Json[];

/** The longest log that is judged; a simulator's view stops recording there and says so. */
export const longestLog = 500;

/** Where a learner's work stands: the simulator's state and the answer given under it. */
export interface TaskState<State> {
  readonly state: State;
  readonly answer: string;
}

/** Replays a log from the start; anything in it that is not an action is passed over, so a hostile log never throws. */
export function replayTask<Start, State extends Json, Action extends { readonly do: string }>(
  simulator: Simulator<Start, State, Action>,
  params: TaskParams<Start>,
  log: ActionLog,
  words: Words,
): TaskState<State> {
  let state = simulator.begin(params.start, words);
  let answer = '';
  for (const entry of log.slice(0, longestLog)) {
    const answered = v.safeParse(answerActionSchema, entry);
    if (answered.success) {
      answer = answered.output.value;
      continue;
    }
    const action = v.safeParse(simulator.action, entry);
    if (action.success) state = simulator.apply(state, action.output, params.start, words);
  }
  return { state, answer };
}

/** The facts of a learner's work: the simulator's, and the answer. */
export function taskFacts<Start, State extends Json, Action extends { readonly do: string }>(
  simulator: Simulator<Start, State, Action>,
  params: TaskParams<Start>,
  task: TaskState<State>,
): Facts {
  const facts: Record<string, Facts[string]> = {
    ...simulator.facts(task.state, params.start),
    answer: task.answer,
  };
  const number = numberOf(task.answer);
  if (number !== undefined) facts['answer.number'] = number;
  return facts;
}

/** The number that a person typed, decimal comma and spaces included; undefined when it is none. */
export function numberOf(typed: string): number | undefined {
  const decimal = decimalOf(typed);
  return decimal === undefined ? undefined : Number(decimal);
}

/** Makes a kind of challenge out of a simulator: the goal is judged on the facts at the end. */
export function simulatorKind<Start, State extends Json, Action extends { readonly do: string }>(
  simulator: Simulator<Start, State, Action>,
): Kind<TaskParams<Start>, ActionLog> {
  const params = v.strictObject({
    start: simulator.start,
    ask: v.optional(askSchema),
    goal: v.pipe(v.array(stepSchema), v.minLength(1), v.maxLength(4)),
    forbid: v.optional(v.array(harmSchema), []),
    hidden: v.optional(v.pipe(v.array(simulator.start), v.maxLength(3)), []),
  });
  const factsAfter = (task: TaskParams<Start>, log: ActionLog, words: Words): Facts =>
    taskFacts(simulator, task, replayTask(simulator, task, log, words));
  const worldsAfter = (task: TaskParams<Start>, log: ActionLog, words: Words): readonly Facts[] =>
    [task.start, ...task.hidden].map((start) => factsAfter({ ...task, start }, log, words));
  const asIs: Words = (reference) => reference;
  return {
    name: simulator.name,
    params,
    response: v.pipe(v.array(v.unknown()), v.maxLength(longestLog)) as v.GenericSchema<unknown, ActionLog>,
    texts: (task) => [
      ...[task.start, ...task.hidden].flatMap((start) => simulator.texts(start)),
      ...(task.ask?.type === 'choice' ? task.ask.options.map((option) => option.text) : []),
      ...[...task.goal, ...task.forbid].flatMap((part) =>
        conditionsOf(part).flatMap((condition) => ('means' in condition ? [condition.means].flat() : [])),
      ),
    ],
    faults: (task) => {
      const atStart = factsAfter(task, [], asIs);
      const met = task.goal.flatMap((step, index) =>
        isDone(step, atStart, asIs) ? [`step ${index + 1} of the goal already holds at the start`] : [],
      );
      const harmed = task.forbid.flatMap((harm) =>
        isDone(harm, atStart, asIs) ? [`the harm "${harm.mistake}" is already done at the start`] : [],
      );
      const hidden = task.hidden.flatMap((start, index) =>
        simulator.faults(start).map((fault) => `hidden world ${index + 1}: ${fault}`),
      );
      return [...simulator.faults(task.start), ...hidden, ...met, ...harmed];
    },
    guessing: () => 0,
    grade: (task, log: unknown, words) =>
      gradeGoal(task.goal, task.forbid, worldsAfter(task, Array.isArray(log) ? log : [], words), words),
    isClosed: false,
  };
}
