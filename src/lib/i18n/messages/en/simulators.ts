import type { ExerciseDictionary } from '../fr-exercise.ts';

export const simulators: ExerciseDictionary['simulators'] = {
  exercise: 'Exercise',
  window: (title) => `Exercise: ${title}`,
  tools: 'Tools of the exercise',
  back: 'Back',
  undo: 'Undo',
  restart: 'Start again',
  undone: 'Last action undone.',
  restarted: 'You are back at the beginning.',
  full: 'The exercise is very long. Confirm, undo or start again.',
  table: 'Table',
  answer: 'Your answer',
  answerNumber: 'Your answer, in figures',
  cancel: 'Cancel',
  done: 'Done',
};
