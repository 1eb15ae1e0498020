import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import type { Json } from '#lib/base/canonical-json.ts';
import { kindNames } from '#lib/challenges/challenge.ts';
import { hostileResponses } from '#lib/challenges/hostile-responses.ts';
import { kinds, simulators } from '#lib/challenges/registry.ts';
import { replayTask, taskFacts, type TaskParams } from '#lib/challenges/simulator.ts';
import { wordsOf } from '#lib/content/words.ts';
import { challenges } from './challenges.ts';

describe.each(kindNames)('%s', (name) => {
  const kind = kinds[name];
  const own = challenges.filter(({ challenge }) => challenge.kind === name);

  test('has challenges', () => {
    expect(own.length).toBeGreaterThan(0);
  });

  test('each example is judged as its author says, in each language', () => {
    for (const { challenge, texts, examples } of own) {
      const params = v.parse(kind.params, challenge.params);
      for (const [locale, told] of Object.entries(examples)) {
        const words = wordsOf(texts[locale as keyof typeof texts]!);
        for (const { outcome, response } of told) {
          const grade = kind.grade(params, v.parse(kind.response, response), words);
          expect(grade.outcome, `${challenge.id} in ${locale}: ${JSON.stringify(response)}`).toBe(outcome);
          expect(grade.score).toBeLessThanOrEqual(grade.steps);
        }
      }
    }
  });

  test('an empty or hostile response never throws and is never right', () => {
    for (const { challenge } of own) {
      const params = v.parse(kind.params, challenge.params);
      for (const response of [...hostileResponses, ...hostileLogs]) {
        const grade = kind.grade(params, response as Json, (text) => text);
        expect(grade.outcome, `${challenge.id}: ${inspect(response).slice(0, 80)}`).not.toBe('correct');
        expect(grade.score).toBeGreaterThanOrEqual(0);
      }
    }
  });
});

describe.each(Object.entries(simulators))('%s', (name, simulator) => {
  test('a state survives being written down at any step of any example', () => {
    for (const { challenge, texts, examples } of challenges.filter(
      ({ challenge: { kind } }) => kind === name,
    )) {
      const params = v.parse(kinds[challenge.kind].params, challenge.params) as TaskParams<unknown>;
      const words = wordsOf(texts.fr!);
      for (const { response } of examples.fr ?? []) {
        const log = response as readonly Json[];
        const end = replayTask(simulator, params, log, words);
        for (let cut = 0; cut <= log.length; cut += 1) {
          const { state, answer } = replayTask(simulator, params, log.slice(0, cut), words);
          const written = JSON.stringify(state);
          const begun = { ...simulator, begin: () => JSON.parse(written) as Json };
          const resumed = replayTask(begun, params, log.slice(cut), words);
          expect(taskFacts(simulator, params, { ...resumed, answer: resumed.answer || answer })).toEqual(
            taskFacts(simulator, params, end),
          );
        }
      }
    }
  });
});

const hostileLogs: readonly unknown[] = [
  [null],
  [{}],
  [{ do: null }],
  [{ do: '__proto__' }],
  [{ do: 'constructor', id: 'toString' }],
  [{ do: 'answer', value: 12 }],
  [{ do: 'answer', value: 'x'.repeat(10_000) }],
  Array.from({ length: 5000 }, () => ({ do: 'open', id: '__proto__' })),
  [[[[[[]]]]]],
];
