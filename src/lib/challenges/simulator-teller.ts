import * as v from 'valibot';
import type { Json } from '#lib/base/canonical-json.ts';
import { clausesIn, sentenceOf, type Clause, type Clauses } from './clauses.ts';
import {
  answerActionSchema,
  replayTask,
  type ActionLog,
  type Ask,
  type Simulator,
  type TaskParams,
} from './simulator.ts';
import type { Scene, Teller } from './tell.ts';

/** A simulator just before an action. */
export interface SimulatorScene<Start, State> extends Scene<TaskParams<Start>> {
  readonly start: Start;
  readonly state: State;
  /** The clauses of a sentence, in the learner's language. */
  readonly say: Clauses;
}

/** The teller of a simulator, out of how each of its actions is done on the screen, clause by clause. */
export function simulatorTeller<Start, State extends Json, Action extends { readonly do: string }>(
  simulator: Simulator<Start, State, Action>,
  how: (action: Action, scene: SimulatorScene<Start, State>) => readonly Clause[],
): Teller<TaskParams<Start>, ActionLog> {
  return {
    tell(before, after, scene) {
      const { params, plain, words } = scene;
      const say = clausesIn(words.simulators.how);
      const entry = after.at(-1);
      const answered = v.safeParse(answerActionSchema, entry);
      const action = v.safeParse(simulator.action, entry);
      const { state } = replayTask(simulator, params, before ?? [], plain);
      const clauses = answered.success
        ? answerClauses(params.ask, answered.output.value, scene, say)
        : action.success
          ? how(action.output, { ...scene, start: params.start, state, say })
          : [];
      return sentenceOf(clauses, words.simulators.how);
    },
  };
}

function answerClauses(
  ask: Ask | undefined,
  value: string,
  { words, plain }: Scene,
  say: Clauses,
): readonly Clause[] {
  const { answer, answerNumber } = words.simulators;
  if (ask?.type !== 'choice')
    return [say.write(value, say.inside(ask?.type === 'number' ? answerNumber : answer))];
  const option = ask.options.find(({ id }) => id === value);
  return [say.choose(plain(option?.text ?? ''), say.inside(answer))];
}
