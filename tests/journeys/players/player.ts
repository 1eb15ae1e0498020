import type { Page } from '@playwright/test';
import * as v from 'valibot';
import type { Json } from '#lib/base/canonical-json.ts';
import type { Kind, Words } from '#lib/challenges/kind.ts';
import type { RichText } from '#lib/challenges/rich-text.ts';
import { replayTask, type Simulator, type TaskParams } from '#lib/challenges/simulator.ts';
import type { Hand } from '../hand.ts';

/** What a player knows of the challenge on the screen. */
export interface Task {
  readonly hand: Hand;
  /** The challenge's parameters, not parsed. */
  readonly params: Json;
  /** The French words for `@key`. */
  readonly plain: Words;
  readonly rich: (text: string) => RichText;
  /** The actions of the example that were done before. */
  readonly done: readonly Json[];
}

/** Does on the screen what a response tells, or one action of it: a simulator's response is done action by action. */
export type Perform = (page: Page, given: Json, task: Task) => Promise<void>;

/** A player of a kind whose response is one thing. */
export function kindPlayer<Params, Response extends Json>(
  kind: Kind<Params, Response>,
  perform: (page: Page, response: Response, task: Task & { readonly asked: Params }) => Promise<void>,
): Perform {
  return (page, given, task) =>
    perform(page, v.parse(kind.response, given), { ...task, asked: v.parse(kind.params, task.params) });
}

/** A player of a simulator, who is told the state in which an action finds it (if nothing but the example was done). */
export function simulatorPlayer<Start, State extends Json, Action extends { readonly do: string }>(
  simulator: Simulator<Start, State, Action>,
  perform: (
    page: Page,
    action: Action,
    world: Task & { readonly start: Start; readonly state: State },
  ) => Promise<void>,
): Perform {
  return (page, given, task) => {
    const written = task.params as unknown as TaskParams<unknown>;
    const start = v.parse(simulator.start, written.start);
    const { state } = replayTask(
      simulator,
      { start, goal: [], forbid: [], hidden: [] },
      task.done,
      task.plain,
    );
    return perform(page, v.parse(simulator.action, given), { ...task, start, state });
  };
}
