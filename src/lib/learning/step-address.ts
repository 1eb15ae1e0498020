import type { Step } from './plan.ts';

/** The page where a step is done. */
export function stepAddress(step: Step): string {
  switch (step.kind) {
    case 'review':
      return '/review';
    case 'lesson':
      return `/learn/lesson?id=${step.lesson.id}`;
    case 'practice':
      return `/practice?skill=${step.skill}`;
    case 'test':
      return step.competence === null ? '/start' : `/start?competence=${step.competence}`;
  }
}
