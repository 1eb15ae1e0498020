import { expect, test } from 'vitest';
import { profileOf } from '#lib/assessment/profile.ts';
import type { EventFact } from '#lib/journal/event.ts';
import { parseNote } from './follow-up.ts';
import { parseSummary, summaryOf } from './summary.ts';

const started: EventFact = {
  ...{ type: 'attempt.started', attempt: 'a1', policy: 'diagnostic', competence: null, bundle: 'socle' },
  ...{ revision: 1, engine: 1, grader: 1, seed: 's', length: 10, campaign: null, item: 'i1' },
};
const given: EventFact = {
  ...{ type: 'response.given', attempt: 'a1', item: 'i1', response: 'what was typed', outcome: 'correct' },
  ...{ score: 1, steps: 1, mistakes: [], help: 0, seconds: 42, next: 'i2' },
};
const levels = [{ target: '1', level: 3, low: 2, high: 4, certainty: 0.5 }];
const facts: readonly EventFact[] = [
  { type: 'learner.named', nickname: 'Lina', avatar: 'fox' },
  started,
  given,
];
const profile = (more: readonly EventFact[] = []) =>
  profileOf([...facts, ...more].map((fact) => ({ ...fact, at: 1_772_000_000_000, offsetMinutes: 60 })));

test('[ST-9] a summary says who, where and which levels, and nothing of the answers', () => {
  const running = summaryOf(profile());
  expect(running.running).toEqual({ policy: 'diagnostic', number: 2, length: 10 });
  const done = summaryOf(profile([{ type: 'attempt.completed', attempt: 'a1', levels }]));
  expect(done).toEqual({
    ...{ version: 1, nickname: 'Lina', running: null },
    results: [
      {
        ...{ policy: 'diagnostic', competence: null, day: '2026-02-25' },
        levels: [{ target: '1', level: 3, low: 2, high: 4 }],
      },
    ],
  });
  expect(JSON.stringify([running, done])).not.toMatch(/typed|i1|i2|42|correct|socle/);
});

test('[ST-9] a summary and a note are read back; anything else is none', () => {
  const summary = summaryOf(profile());
  expect(parseSummary(JSON.stringify(summary))).toEqual(summary);
  for (const text of ['', '{}', '{"version":2}', 'null']) {
    expect(parseSummary(text)).toBeUndefined();
    expect(parseNote(text)).toBeUndefined();
  }
});
