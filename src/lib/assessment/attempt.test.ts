import { expect, test } from 'vitest';
import { drawBank } from '#lib/adaptive/world.ts';
import { seededRandom } from '#lib/base/random.ts';
import type { Json } from '#lib/base/canonical-json.ts';
import type { Grade } from '#lib/challenges/challenge.ts';
import { parseEvent, printEvent, type EventFact, type JournalEvent } from '#lib/journal/event.ts';
import { decide, possibleNext, startAttempt, type AttemptStart } from './decide.ts';
import { emptyProfile, evolve, profileOf, runningAttempt, type Profile } from './profile.ts';

const bank = drawBank({ areas: [3, 4, 4, 3, 2], rho: 0.5, itemsPerCompetence: 5 }, seededRandom('bank'));
const start: AttemptStart = {
  attempt: 'a1',
  seed: 'seed',
  policy: 'diagnostic',
  competence: null,
  bundle: 'socle',
  revision: 3,
  campaign: null,
};
const all = (): boolean => true;
const grade = (_item: string, response: Json): Grade => ({
  outcome: response === true ? 'correct' : 'incorrect',
  score: response === true ? 1 : 0,
  steps: 1,
  mistakes: [],
});

function dated(fact: EventFact, index: number): JournalEvent {
  return { ...fact, at: 1_772_000_000_000 + index * 1000, offsetMinutes: 60 };
}

function takeAttempt(answers: (index: number) => boolean | null): readonly JournalEvent[] {
  const begun = startAttempt(start, bank, all);
  if (!begun.ok) throw new Error(begun.reason);
  const events: JournalEvent[] = begun.value.map(dated);
  for (let profile: Profile = profileOf(events), index = 0; runningAttempt(profile); index += 1) {
    const response = answers(index);
    const given = { response, isSkipped: response === null, help: 0, seconds: 9, at: 0 };
    const facts = decide(runningAttempt(profile)!, given, grade, bank, all);
    events.push(...facts.map((fact, extra) => dated(fact, events.length + extra)));
    profile = profileOf(events);
  }
  return events;
}

test('[AS-1] a diagnostic asks ten different questions and ends with five levels', () => {
  const attempt = profileOf(takeAttempt((index) => index % 2 === 0)).attempts[0]!;
  expect(attempt.status).toBe('completed');
  expect(attempt.responses).toHaveLength(10);
  expect(new Set(attempt.responses.map((each) => each.item)).size).toBe(10);
  expect(attempt.levels.map((each) => each.target)).toEqual(['1', '2', '3', '4', '5']);
  for (const { level, low, high, certainty } of attempt.levels) {
    expect(low).toBeLessThanOrEqual(level);
    expect(high).toBeGreaterThanOrEqual(level);
    expect(certainty).toBeGreaterThan(0);
    expect(certainty).toBeLessThanOrEqual(1);
  }
});

test('[AS-2] who succeeds stands higher than who does not, and « I do not know » counts as no credit', () => {
  const mean = (answers: (index: number) => boolean | null): number => {
    const { levels } = profileOf(takeAttempt(answers)).attempts[0]!;
    return levels.reduce((sum, each) => sum + each.level, 0) / levels.length;
  };
  expect(mean(() => true)).toBeGreaterThan(mean(() => false) + 2);
  expect(mean(() => null)).toBe(mean(() => false));
});

test('[AS-3] a journal cut anywhere resumes at the same question and ends the same', () => {
  const whole = takeAttempt((index) => index % 3 !== 0);
  const given = whole.filter((event) => event.type === 'response.given');
  for (let cut = 1; cut < whole.length - 1; cut += 1) {
    const profile = profileOf(whole.slice(0, cut).map((event) => parseEvent(printEvent(event))!));
    const attempt = runningAttempt(profile)!;
    expect(attempt.current).toBe(given[cut - 1]?.item);
    const facts = decide(
      attempt,
      { response: given[cut - 1]!.response, isSkipped: false, help: 0, seconds: 9, at: 0 },
      grade,
      bank,
      all,
    );
    expect(facts[0]).toMatchObject({ item: given[cut - 1]?.item, next: given[cut - 1]?.next });
  }
});

test('[AS-4] only allowed items are asked, and a bundle with none refuses to start', () => {
  const some = new Set(bank.items.filter((_, index) => index % 2 === 0).map((item) => item.id));
  const begun = startAttempt(start, bank, (item) => some.has(item));
  expect(begun.ok && begun.value[0]?.type === 'attempt.started' && some.has(begun.value[0].item)).toBe(true);
  expect(startAttempt(start, bank, () => false)).toMatchObject({ ok: false, reason: 'noItem' });
});

test('[AS-5] replay folds facts: events of a newer application are passed over', () => {
  const events = takeAttempt(() => true);
  expect(profileOf(events)).toEqual(events.reduce(evolve, emptyProfile));
  expect(parseEvent('{"version":2,"type":"moon.seen"}')).toBeUndefined();
});

test('[AS-13] whatever the answer, what comes is among what was foreseen', () => {
  const events = takeAttempt((index) => index % 3 === 0);
  const given = events.filter((event) => event.type === 'response.given');
  given.forEach(({ next }, index) => {
    const attempt = runningAttempt(profileOf(events.slice(0, index + 1)))!;
    const foreseen = [...possibleNext(attempt, events[index + 1]!.at, bank, all)];
    expect(foreseen).toHaveLength(2);
    expect(foreseen).toContain(next);
  });
  expect([...possibleNext(profileOf(events).attempts[0]!, 0, bank, all)]).toEqual([]);
});
