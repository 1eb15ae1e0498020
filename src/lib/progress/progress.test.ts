import { describe, expect, test } from 'vitest';
import type { PolicyName } from '#lib/adaptive/policy.ts';
import { digcompBand, digcompBands, digcompNames } from '#lib/framework/digcomp.ts';
import type { Framework } from '#lib/framework/framework.ts';
import type { EventFact, JournalEvent, LevelFact } from '#lib/journal/event.ts';
import { journalDays } from '#lib/journal/passing-time.ts';
import { againFrom, resetFrom } from './again.ts';
import { sittingsOf, targetsOf } from './sitting.ts';
import { doubtOf, pointsOf, standingsOf } from './standing.ts';
import { statementsOf } from './statement.ts';

const dayMs = 86_400_000;
const competence = (id: string) => ({ id, name: { fr: id, en: id }, skills: [] });
const framework = {
  areas: [
    { id: '1', name: { fr: '1', en: '1' }, competences: [competence('1.1'), competence('1.2')] },
    { id: '2', name: { fr: '2', en: '2' }, competences: [competence('2.1')] },
  ],
} as unknown as Framework;

const level = (target: string, stated: number, low = stated - 1, high = stated + 1): LevelFact => ({
  ...{ target, level: stated, low, high, certainty: 0.5 },
});
let count = 0;
/** A test taken to its end on a day. */
function taken(day: number, policy: string, levels: readonly LevelFact[], campaign?: string): JournalEvent[] {
  const attempt = `a${(count += 1)}`;
  const only = policy === 'competence' || policy === 'practice' ? (levels[0]?.target ?? null) : null;
  const start: EventFact = {
    ...{ type: 'attempt.started', attempt, policy, competence: only, bundle: 'b', revision: 1, engine: 1 },
    ...{ grader: 1, seed: 's', length: 10, item: 'i' },
    campaign: campaign === undefined ? null : { organisation: 'o', campaign },
  };
  return [on(day, start), on(day, { type: 'attempt.completed', attempt, levels })];
}
const on = (day: number, fact: EventFact): JournalEvent => ({ ...fact, at: day * dayMs, offsetMinutes: 0 });
const reset = (day: number, id: string): JournalEvent =>
  on(day, { type: 'competence.reset', competence: id });
const statementsIn = (events: readonly JournalEvent[]) =>
  statementsOf(events, journalDays(events, { at: 0, offsetMinutes: 0 }).days);
const standingsIn = (...events: JournalEvent[]) => standingsOf(framework, statementsIn(events));
const said = (...events: JournalEvent[]) =>
  standingsIn(...events).map(({ source, statement }) => [source, statement?.level]);

describe('[PR-1] the level of a competence', () => {
  test('the last test about it, else the last about its area, else none', () => {
    const diagnostic = taken(1, 'diagnostic', [level('1', 3)]);
    const topic = taken(2, 'competence', [level('1.2', 5)]);
    const later = taken(3, 'diagnostic', [level('1', 4)]);
    expect(said(...diagnostic)).toEqual([
      ['estimated', 3],
      ['estimated', 3],
      ['none', undefined],
    ]);
    expect(said(...diagnostic, ...topic, ...later).slice(0, 2)).toEqual([
      ['estimated', 4],
      ['measured', 5],
    ]);
    const whole = taken(4, 'profile', [level('1.1', 2), level('1.2', 6), level('2.1', 1)]);
    expect(said(...topic, ...whole)).toEqual([
      ['measured', 2],
      ['measured', 6],
      ['measured', 1],
    ]);
  });

  test('practice states nothing, nor does an attempt of a newer application', () => {
    for (const policy of ['practice', 'of-tomorrow'])
      expect(said(...taken(1, policy, [level('1.1', 7)]))[0]).toEqual(['none', undefined]);
  });
});

test('[PR-2] begun anew, a competence has no level until a test states one', () => {
  const before = [...taken(1, 'diagnostic', [level('1', 3)]), ...taken(2, 'competence', [level('1.1', 5)])];
  expect(said(...before, reset(10, '1.1')).slice(0, 2)).toEqual([
    ['none', undefined],
    ['estimated', 3],
  ]);
  expect(said(...before, reset(10, '1.1'), ...taken(11, 'flash', [level('1', 2)]))[0]).toEqual([
    'estimated',
    2,
  ]);
});

test('[PR-3] eight points a level, none without a level', () => {
  expect(pointsOf(standingsIn())).toBe(0);
  expect(pointsOf(standingsIn(...taken(1, 'diagnostic', [level('1', 3)])))).toBe(48);
  const best = framework.areas[0]!.competences.map(({ id }) => level(id, 8, 7, 8));
  expect(pointsOf(standingsIn(...taken(1, 'profile', best)))).toBe(128);
});

test('[PR-4] the words of a doubt follow from its range', () => {
  expect(doubtOf({ level: 3, low: 3, high: 3 })).toBe('close');
  expect(doubtOf({ level: 3, low: 2, high: 4 })).toBe('close');
  expect(doubtOf({ level: 3, low: 2, high: 5 })).toBe('near');
  expect(doubtOf({ level: 3, low: 0, high: 4 })).toBe('vague');
});

test('[PR-5] a change is sure only where the ranges do not meet', () => {
  const changes = (...levels: LevelFact[]) =>
    sittingsOf(statementsIn(levels.flatMap((each, index) => taken(index, 'flash', [each]))), '1').map(
      ({ change }) => change,
    );
  expect(changes(level('1', 3), level('1', 4), level('1', 8, 7, 8), level('1', 8), level('1', 2))).toEqual([
    ...['first', 'higher', 'surelyHigher', 'same', 'surelyLower'],
  ]);
  expect(changes(level('1', 4), level('1', 3))[1]).toBe('lower');
});

test('targets come by how often they were measured, then by their ids', () => {
  const events = [
    ...taken(1, 'flash', [level('1', 3), level('2', 3)]),
    ...taken(2, 'competence', [level('2.1', 3)]),
    ...taken(3, 'competence', [level('2.1', 4)]),
  ];
  expect(targetsOf(statementsIn(events))).toEqual(['2.1', '1', '2']);
});

describe('[PR-6] when a test may be taken again', () => {
  const again = (policy: PolicyName, now: number, events: readonly JournalEvent[], campaign?: string) =>
    againFrom(
      { policy, competence: policy === 'competence' ? '1.1' : null },
      campaign === undefined ? null : { organisation: 'o', campaign },
      events,
      journalDays(events, { at: now * dayMs, offsetMinutes: 0 }),
    );

  test('from the fourth day on, and another test at once', () => {
    const events = taken(10, 'diagnostic', [level('1', 3)]);
    expect([10, 11, 13.9].map((now) => again('diagnostic', now, events))).toEqual([14, 14, 14]);
    expect(again('diagnostic', 14, events)).toBeUndefined();
    expect(again('flash', 10, events)).toBeUndefined();
    expect(again('competence', 10, taken(10, 'competence', [level('1.2', 3)]))).toBeUndefined();
    expect(again('competence', 10, taken(10, 'competence', [level('1.1', 3)]))).toBe(14);
  });

  test('a campaign does not wait for what was done alone, nor for another campaign; practice never waits', () => {
    const alone = taken(10, 'diagnostic', [level('1', 3)]);
    expect(again('diagnostic', 10, alone, 'c')).toBeUndefined();
    const joined = taken(10, 'diagnostic', [level('1', 3)], 'c');
    expect(again('diagnostic', 10, joined, 'd')).toBeUndefined();
    expect(again('diagnostic', 10, joined, 'c')).toBe(14);
    expect(again('practice', 10, taken(10, 'practice', []))).toBeUndefined();
  });

  test('a test that was given up makes nobody wait', () => {
    const [started] = taken(10, 'diagnostic', []);
    const events = [
      started!,
      on(10, { type: 'attempt.abandoned', attempt: (started as { attempt: string }).attempt }),
    ];
    expect(again('diagnostic', 10, events)).toBeUndefined();
  });
});

test('[PR-7] a competence may be begun anew from the seventh day on', () => {
  const [first, second] = standingsIn(...taken(10, 'competence', [level('1.1', 3)]));
  expect([10, 16].map((today) => resetFrom(first!, today))).toEqual([17, 17]);
  expect(resetFrom(first!, 17)).toBeUndefined();
  expect(resetFrom(second!, 10)).toBeUndefined();
});

test('[PR-8] a clock that went back neither shortens a wait nor lengthens it', () => {
  const events = [
    ...taken(1000, 'flash', [level('1', 3)]),
    // The clock is set right: three months back. Then two days pass.
    on(910, { type: 'learner.named', nickname: 'A', avatar: 'fox' }),
    on(912, { type: 'learner.named', nickname: 'B', avatar: 'fox' }),
  ];
  const on_ = (day: number) => journalDays(events, { at: day * dayMs, offsetMinutes: 0 });
  const from = againFrom({ policy: 'flash', competence: null }, null, events, on_(912));
  expect(from! - on_(912).ahead).toBe(914);
  expect(againFrom({ policy: 'flash', competence: null }, null, events, on_(914))).toBeUndefined();
});

test('[PR-9] a level has the words of its pair in both versions, and 0 has none', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map(digcompBand)).toEqual([undefined, 0, 0, 1, 1, 2, 2, 3, 3]);
  for (const version of ['2.2', '3.0'] as const) {
    expect(digcompBands[version]).toHaveLength(4);
    expect(Object.keys(digcompNames[version])).toHaveLength(21);
  }
});

test('[PR-11] a printed card shows only where no test here stated a level, and counts in no total', () => {
  const card = (day: number, ...levels: LevelFact[]): JournalEvent =>
    on(day, { type: 'snapshot.restored', day: '2026-03-02', levels, review: [], seen: [] });
  const carried = card(1, level('1', 3), level('1.2', 6));
  expect(said(carried)).toEqual([
    ['card', 3],
    ['card', 6],
    ['none', undefined],
  ]);
  expect(pointsOf(standingsIn(carried))).toBe(0);
  expect(standingsIn(carried)[0]?.statement?.date).toBe(Date.UTC(2026, 2, 2) / dayMs);
  // Whatever came first: a card is never worth more than a test.
  for (const events of [
    [carried, ...taken(2, 'diagnostic', [level('1', 1)])],
    [...taken(2, 'diagnostic', [level('1', 1)]), carried],
  ])
    expect(said(...events).slice(0, 2)).toEqual([
      ['estimated', 1],
      ['estimated', 1],
    ]);
  expect(said(carried, reset(3, '1.2')).slice(0, 2)).toEqual([
    ['card', 3],
    ['none', undefined],
  ]);
  expect(said(carried, card(4, level('2.1', 2)))).toEqual([
    ['none', undefined],
    ['none', undefined],
    ['card', 2],
  ]);
});
