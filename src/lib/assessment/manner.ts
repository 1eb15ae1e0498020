import type { PolicyName } from '#lib/adaptive/policy.ts';

/** How a learner is treated during an assessment: what its policy means for the screens. */
export interface Manner {
  /** What became of answers is told after this many; Infinity: at the end, on the pages of the result. */
  readonly feedbackEvery: number;
  /** Whether there are hints, and somebody to show how. */
  readonly hasHelp: boolean;
  /** As in a room: leaving the page is noted, and a question may have a limit of time. */
  readonly isExam: boolean;
  /** The page that comes after the last answer. */
  readonly after: 'result' | 'practice' | 'review';
}

const test: Manner = { feedbackEvery: 5, hasHelp: true, isExam: false, after: 'result' };

const manners: Readonly<Record<PolicyName, Manner>> = {
  flash: { ...test, feedbackEvery: Infinity },
  diagnostic: test,
  'diagnostic-long': test,
  competence: test,
  profile: test,
  certification: { feedbackEvery: Infinity, hasHelp: false, isExam: true, after: 'result' },
  practice: { ...test, feedbackEvery: 1, after: 'practice' },
  review: { ...test, feedbackEvery: 1, after: 'review' },
  paper: { ...test, feedbackEvery: Infinity },
};

/** The manner of a policy; a policy that this version does not know is treated as an ordinary test. */
export function mannerOf(policy: string): Manner {
  return Object.entries(manners).find(([name]) => name === policy)?.[1] ?? test;
}

/** The answers to look back at now, out of those given so far: the ones since the last look; none when it is not the moment. */
export function answersToReview<Answer>(
  given: readonly Answer[],
  { feedbackEvery }: Manner,
  isOver: boolean,
): readonly Answer[] {
  const count = given.length;
  if (count === 0 || feedbackEvery === Infinity || (!isOver && count % feedbackEvery !== 0)) return [];
  return given.slice(Math.floor((count - 1) / feedbackEvery) * feedbackEvery);
}
