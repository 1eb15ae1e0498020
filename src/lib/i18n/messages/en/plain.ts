import type { ExerciseDictionary } from '../fr-exercise.ts';

export const plain: ExerciseDictionary['plain'] = {
  chooseOne: 'Choose one answer.',
  chooseSeveral: 'Tick all the right answers.',
  tapPieces: (count) => (count === 1 ? 'Tap the right passage.' : `Tap the ${count} right passages.`),
  tapPlaces: (count) =>
    count === 1 ? 'Tap the right place in the picture.' : `Tap the ${count} right places in the picture.`,
  shownPlaces: 'You pointed at:',
  answer: 'Your answer',
  answerNumber: 'Your answer, in figures',
  putInOrder: 'Put these in order, the first one on top.',
  up: 'Move up',
  down: 'Move down',
  upItem: (item) => `Move up: ${item}`,
  downItem: (item) => `Move down: ${item}`,
  moved: (item, place, count) => `${item}: place ${place} of ${count}.`,
  orderIsRight: 'This order is right',
  orderKept: 'Order kept',
  pairUp: 'For each line, choose what goes with it.',
  choose: 'Choose…',
  freed: (item) => `${item}: to choose again.`,
  how: {
    order: (up, down) => `${up} or ${down} until the order is right`,
    onPicture: 'on the picture,',
  },
};
