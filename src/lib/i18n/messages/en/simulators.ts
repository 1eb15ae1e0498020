import type { Dictionary } from '../fr.ts';

export const simulators: Dictionary['simulators'] = {
  exercise: 'Exercise',
  window: (title) => `Exercise: ${title}`,
  tools: 'Tools of the exercise',
  back: 'Back',
  undo: 'Undo',
  restart: 'Start again',
  answer: 'Your answer',
  answerNumber: 'Your answer, in figures',
};
