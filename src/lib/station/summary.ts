import * as v from 'valibot';
import { localDay } from '#lib/base/clock.ts';
import { completedTests, runningAttempt, type Profile } from '#lib/assessment/profile.ts';

const version = 1;
const mostResults = 12;

const text = v.pipe(v.string(), v.maxLength(100));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const level = v.pipe(v.number(), v.minValue(0), v.maxValue(8));
const levelSchema = v.strictObject({ target: text, level, low: level, high: level });
const resultSchema = v.strictObject({
  policy: text,
  competence: v.nullable(text),
  day: text,
  levels: v.array(levelSchema),
});
const summarySchema = v.strictObject({
  version: v.literal(version),
  nickname: text,
  running: v.nullable(v.strictObject({ policy: text, number: count, length: count })),
  results: v.array(resultSchema),
});

/** A level as a mediator sees it. */
export type SummaryLevel = v.InferOutput<typeof levelSchema>;

/** What a mediator may see of somebody: levels and where they are, never an answer. */
export type Summary = v.InferOutput<typeof summarySchema>;

/** The line that a profile makes on the mediator's board. */
export function summaryOf(profile: Profile): Summary {
  const running = runningAttempt(profile);
  return {
    version,
    nickname: profile.nickname,
    running: running
      ? {
          policy: running.policy,
          number: Math.min(running.responses.length + 1, running.length),
          length: running.length,
        }
      : null,
    results: completedTests(profile)
      .slice(-mostResults)
      .map(({ policy, competence, startedAt, levels }) => ({
        policy,
        competence,
        day: localDay(startedAt),
        levels: levels.map(({ target, level: at, low, high }) => ({ target, level: at, low, high })),
      })),
  };
}

/** The summary in a text; undefined when it is none of this version. */
export function parseSummary(written: string): Summary | undefined {
  try {
    const parsed = v.safeParse(summarySchema, JSON.parse(written));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
