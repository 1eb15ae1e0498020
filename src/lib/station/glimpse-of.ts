import { localDay, type Moment } from '#lib/base/clock.ts';
import { completedTests, runningAttempt, type Profile } from '#lib/assessment/profile.ts';
import { areaIds } from './board.ts';
import type { Doing, Glimpse } from './glimpse.ts';

/** What a person's code tells at a moment: who, where they stand and for how long, and whether help is asked. */
export function glimpseOf(profile: Profile, session: string, needsHelp: boolean, now: Moment): Glimpse {
  const { nickname, avatar } = profile;
  const test = runningAttempt(profile) ?? completedTests(profile).at(-1);
  const minutes = test === undefined ? 0 : Math.max(0, Math.floor((now.at - test.startedAt.at) / 60_000));
  return { session, day: localDay(now), nickname, avatar, needsHelp, minutes, doing: doingOf(profile) };
}

function doingOf(profile: Profile): Doing {
  const running = runningAttempt(profile);
  if (running !== undefined) {
    const { policy, competence, length, responses } = running;
    return {
      state: 'running',
      ...{ policy, competence, length },
      number: Math.min(responses.length + 1, length),
    };
  }
  const tests = completedTests(profile);
  const last = tests.at(-1);
  if (last === undefined) return { state: 'nothing' };
  const levels = tests.flatMap((test) => test.levels);
  return {
    state: 'finished',
    ...{ policy: last.policy, competence: last.competence },
    // The newest of each area, as the board shows it.
    levels: areaIds.flatMap((area) => levels.findLast(({ target }) => target === area) ?? []),
  };
}
