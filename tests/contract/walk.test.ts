import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import type { Json } from '#lib/base/canonical-json.ts';
import { randomIndex, seededRandom } from '#lib/base/random.ts';
import type { KindName } from '#lib/challenges/challenge.ts';
import { gradeGoal } from '#lib/challenges/goal.ts';
import { kinds, simulators, type AnySimulator } from '#lib/challenges/registry.ts';
import { taskFacts, type TaskParams } from '#lib/challenges/simulator.ts';
import type { AuthoredChallenge } from '#lib/content/authored.ts';
import { wordsOf } from '#lib/content/words.ts';
import { challenges } from './challenges.ts';
import { poolOf, randomAction } from './random-action.ts';

const stepsOfAll = 10_000;
const stepsOfOne = 100;

describe.each(Object.entries(simulators))('%s', (name, simulator) => {
  const own = challenges.filter(({ challenge }) => challenge.kind === name);

  test(`${stepsOfAll} random actions: at every step the verdict is that of the replay and of the restored state`, () => {
    expect(own.length).toBeGreaterThanOrEqual(4);
    let moved = 0;
    for (let walk = 0; walk < stepsOfAll / stepsOfOne; walk += 1) {
      moved += walked(
        name as KindName,
        simulator,
        own[walk % own.length] as AuthoredChallenge,
        `${name} ${walk}`,
      );
    }
    // A walk where nothing ever happens would prove nothing.
    expect(moved).toBeGreaterThan(stepsOfAll / 20);
  }, 120_000);
});

/** Walks through one challenge; returns how many steps changed something. */
function walked(name: KindName, simulator: AnySimulator, authored: AuthoredChallenge, seed: string): number {
  const kind = kinds[name];
  const params = v.parse(kind.params, authored.challenge.params) as TaskParams<unknown>;
  const words = wordsOf(authored.texts.fr ?? Object.values(authored.texts)[0]!);
  const random = seededRandom(seed);
  const examples = (authored.examples.fr ?? []).flatMap(({ response }) => response as Json[]);
  const known = examples.filter((action) => v.is(simulator.action, action));
  const pool = poolOf(params.start, examples, Object.values(authored.texts.fr?.texts ?? {}).map(String));
  const worlds = [params.start, ...params.hidden];
  let states = worlds.map((start) => simulator.begin(start, words));
  let restored = states.map(again);
  const log: Json[] = [];
  let moved = 0;
  for (let step = 0; step < stepsOfOne; step += 1) {
    const isKnown = known.length > 0 && random() < 0.5;
    const action = isKnown
      ? known[randomIndex(random, known.length)]
      : randomAction(simulator.action, pool, random);
    if (action === undefined) continue;
    log.push(action);
    const parsed = v.parse(simulator.action, action);
    const next = states.map((state, world) => simulator.apply(state, parsed, worlds[world], words));
    if (next.some((state, world) => state !== states[world])) moved += 1;
    states = next;
    restored = restored.map((state, world) => again(simulator.apply(state, parsed, worlds[world], words)));
    const verdictOf = (all: readonly Json[]): unknown =>
      gradeGoal(
        params.goal,
        params.forbid,
        all.map((state, world) =>
          taskFacts(simulator, { ...params, start: worlds[world] }, { state, answer: '' }),
        ),
        words,
      );
    const verdict = verdictOf(states);
    expect(kind.grade(params, log, words), `${authored.challenge.id}, step ${step}: replayed`).toEqual(
      verdict,
    );
    expect(verdictOf(restored), `${authored.challenge.id}, step ${step}: restored`).toEqual(verdict);
  }
  return moved;
}

/** A state after it was written down and read again. */
function again(state: Json): Json {
  return JSON.parse(JSON.stringify(state)) as Json;
}
