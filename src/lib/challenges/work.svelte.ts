import type { Json } from '#lib/base/canonical-json.ts';
import type { Words } from './kind.ts';
import {
  answerActionSchema,
  longestLog,
  replayTask,
  type ActionLog,
  type Simulator,
  type TaskParams,
  type TaskState,
} from './simulator.ts';
import { is } from 'valibot';

/** What a piece of work is begun from: the properties of the view, read when it is made. */
interface Beginning<Start> {
  readonly params: TaskParams<Start>;
  readonly response: ActionLog | undefined;
  readonly plain: Words;
  readonly onresponse: (response: ActionLog | undefined) => void;
}

/** A learner's work in a simulator as its view keeps it: the log of what was done, and the state that it leads to. */
export class Work<Start, State extends Json, Action extends { readonly do: string } & Json> {
  readonly #simulator: Simulator<Start, State, Action>;
  readonly #beginning: Beginning<Start>;
  #log = $state.raw<ActionLog>([]);
  readonly #task: TaskState<State> = $derived.by(() => {
    const { params, plain } = this.#beginning;
    return replayTask(this.#simulator, params, this.#log, plain);
  });

  constructor(simulator: Simulator<Start, State, Action>, beginning: Beginning<Start>) {
    this.#simulator = simulator;
    this.#beginning = beginning;
    this.#log = beginning.response ?? [];
  }

  /** The simulator's state now. */
  get state(): State {
    return this.#task.state;
  }

  /** The answer given under the simulator so far. */
  get answer(): string {
    return this.#task.answer;
  }

  /** Whether there is something to undo. */
  get canUndo(): boolean {
    return this.#log.length > 0;
  }

  /** Whether no further action is recorded; the last place is kept for the answer. */
  get isFull(): boolean {
    return this.#log.length >= longestLog - 1;
  }

  /** Does an action; false when it changed nothing, and was not recorded. */
  act(action: Action): boolean {
    const { params, plain } = this.#beginning;
    if (this.isFull || this.#simulator.apply(this.state, action, params.start, plain) === this.state) return false;
    this.#tell([...this.#log, action]);
    return true;
  }

  /** Keeps an answer; what was typed just before is replaced, not added to. */
  reply(value: string): void {
    const isRetyped = is(answerActionSchema, this.#log.at(-1));
    if (!isRetyped && this.#log.length >= longestLog) return;
    const before = isRetyped ? this.#log.slice(0, -1) : this.#log;
    this.#tell([...before, { do: 'answer', value }]);
  }

  /** Takes back the last action. */
  undo(): void {
    this.#tell(this.#log.slice(0, -1));
  }

  /** Begins again from the start. */
  restart(): void {
    this.#tell([]);
  }

  #tell(log: ActionLog): void {
    this.#log = log;
    this.#beginning.onresponse(log.length === 0 ? undefined : log);
  }
}
