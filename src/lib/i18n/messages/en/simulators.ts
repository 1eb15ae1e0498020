import type { ExerciseDictionary } from '../fr-exercise.ts';

export const simulators: ExerciseDictionary['simulators'] = {
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
