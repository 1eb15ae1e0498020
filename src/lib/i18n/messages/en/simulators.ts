import type { Dictionary } from '../fr.ts';

export const simulators: Dictionary['simulators'] = {
  exercise: 'Exercise',
  window: (title) => `Exercise: ${title}`,
  tools: 'Tools of the exercise',
  back: 'Back',
  undo: 'Undo',
  restart: 'Start again',
  table: 'Table',
  answer: 'Your answer',
  answerNumber: 'Your answer, in figures',
};
