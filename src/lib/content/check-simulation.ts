import * as v from 'valibot';
import { canonicalJson, type Json } from '#lib/base/canonical-json.ts';
import type { Words } from '#lib/challenges/kind.ts';
import type { AnySimulator } from '#lib/challenges/registry.ts';
import { conditionsOf } from '#lib/challenges/goal.ts';
import { answerActionSchema, replayTask, taskFacts, type TaskParams } from '#lib/challenges/simulator.ts';
import type { Tell } from './fault.ts';
import { withWords } from './references.ts';
import type { Example } from './source-schema.ts';
import type { YamlFile } from './yaml-file.ts';

/**
 * Tells what a grade alone would hide: an action misspelt in an example, which a replay passes over; an action that
 * changes nothing; a fact that no example ever brings about, so that its condition says always or never.
 */
export function checkSimulation(
  examples: readonly Example[],
  simulator: AnySimulator,
  params: TaskParams<unknown>,
  words: Words,
  yaml: YamlFile,
  tell: Tell,
): void {
  const seen = new Set(Object.keys(taskFacts(simulator, params, replayTask(simulator, params, [], words))));
  examples.forEach((example, index) => {
    const log = withWords((example.response ?? null) as Json, words);
    if (!isLog(log)) return;
    tellActions(log, index, simulator, params, words, yaml, tell);
    const facts = taskFacts(simulator, params, replayTask(simulator, params, log, words));
    for (const fact of Object.keys(facts)) seen.add(fact);
  });
  const parts = [
    ...params.goal.map((step) => ['goal', step] as const),
    ...params.forbid.map((harm) => ['forbid', harm] as const),
  ];
  for (const [part, aim] of parts) {
    for (const { fact } of conditionsOf(aim)) {
      if (seen.has(fact)) continue;
      const line = yaml.lineOf(['params', part]);
      tell(
        line,
        'unknownFact',
        `no example brings about the fact "${fact}"`,
        'Correct its name, or add an example.',
      );
    }
  }
}

function tellActions(
  log: readonly Json[],
  example: number,
  simulator: AnySimulator,
  params: TaskParams<unknown>,
  words: Words,
  yaml: YamlFile,
  tell: Tell,
): void {
  let before = canonicalJson(simulator.begin(params.start, words));
  log.forEach((action, index) => {
    const line = yaml.lineOf(['examples', example, 'response', index]);
    const shown = JSON.stringify(action);
    if (v.is(answerActionSchema, action)) return;
    if (!v.is(simulator.action, action)) {
      tell(line, 'exampleResponse', `${shown} is no action`, 'Write it as the guide shows.');
      return;
    }
    const after = canonicalJson(replayTask(simulator, params, log.slice(0, index + 1), words).state);
    if (after === before) tell(line, 'idleAction', `${shown} changes nothing`, 'Correct it, or take it out.');
    before = after;
  });
}

function isLog(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
