import * as v from 'valibot';
import type { Json } from '#lib/base/canonical-json.ts';
import {
  answerActionSchema,
  longestLog,
  replayTask,
  type ActionLog,
  type Simulator,
  type TaskParams,
} from './simulator.ts';
import type { ViewProps } from './view.ts';

/** A learner's work in a simulator, as its view keeps it: a log of actions, and the answer given under them. */
export class Work<Start, State extends Json, Action extends Json & { readonly do: string }> {
  readonly #simulator: Simulator<Start, State, Action>;
  readonly #given: () => ViewProps<TaskParams<Start>, ActionLog>;
  #actions = $state.raw<readonly Action[]>([]);
  #answer = $state('');
  /** How long the log was before each gesture: one gesture may be several actions, and is undone as one. */
  #marks: readonly number[] = [];

  /** Where the log has led. Replayed each time, so that it follows the language too. */
  readonly state: State = $derived.by(() => {
    const { params, plain } = this.#given();
    return replayTask(this.#simulator, params, this.#actions, plain).state;
  });

  constructor(
    simulator: Simulator<Start, State, Action>,
    given: () => ViewProps<TaskParams<Start>, ActionLog>,
  ) {
    this.#simulator = simulator;
    this.#given = given;
    for (const entry of given().response ?? []) {
      const answered = v.safeParse(answerActionSchema, entry);
      const acted = v.safeParse(simulator.action, entry);
      if (answered.success) this.#answer = answered.output.value;
      else if (acted.success) this.#actions = [...this.#actions, acted.output];
    }
    this.#marks = this.#actions.map((_, index) => index);
  }

  get answer(): string {
    return this.#answer;
  }

  /** The action recorded last; undefined before the first. */
  get lastAction(): Action | undefined {
    return this.#actions.at(-1);
  }

  get canUndo(): boolean {
    return this.#actions.length > 0;
  }

  /** Whether the log is as long as it may be; one place is kept for the answer. */
  get isFull(): boolean {
    return this.#actions.length >= longestLog - 1;
  }

  /** Does actions as one gesture; returns how many of them changed something. Only those are recorded. */
  act(...wanted: readonly Action[]): number {
    const { params, plain, locked } = this.#given();
    if (locked) return 0;
    let state = this.state;
    const done: Action[] = [];
    for (const action of wanted.slice(0, longestLog - 1 - this.#actions.length)) {
      const next = this.#simulator.apply(state, action, params.start, plain);
      if (next !== state) done.push(action);
      state = next;
    }
    if (done.length === 0) return 0;
    this.#marks = [...this.#marks, this.#actions.length];
    this.#record([...this.#actions, ...done]);
    return done.length;
  }

  /** Records what is being typed: each letter replaces the one action, so that typing does not fill the log. */
  type(action: Action): number {
    if (this.#given().locked) return 0;
    if (this.#actions.at(-1)?.do !== action.do) return this.act(action);
    this.#record([...this.#actions.slice(0, -1), action]);
    return 1;
  }

  /** Takes back the last gesture. */
  undo(): void {
    const length = this.#marks.at(-1) ?? 0;
    this.#marks = this.#marks.slice(0, -1);
    this.#record(this.#actions.slice(0, length));
  }

  /** Goes back to the beginning, the answer included. */
  restart(): void {
    this.#marks = [];
    this.#answer = '';
    this.#record([]);
  }

  /** Keeps the answer given under the simulator. */
  give(answer: string): void {
    this.#answer = answer;
    this.#record(this.#actions);
  }

  #record(actions: readonly Action[]): void {
    this.#actions = actions;
    const answered: ActionLog = this.#answer === '' ? [] : [{ do: 'answer', value: this.#answer }];
    const log: ActionLog = [...actions, ...answered];
    this.#given().onresponse(log.length === 0 ? undefined : log);
  }
}
