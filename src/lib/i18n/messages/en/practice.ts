import type { Dictionary } from '../fr.ts';

export const practice: Dictionary['practice'] = {
  title: 'Practise',
  lead: 'You see the answer after each exercise. Nothing counts here.',
  wanted: 'Chosen for you',
  again: 'To look at again',
  againNone: 'Nothing to look at again for now. Choose what you like.',
  all: 'All that one can learn',
  exercises: (count) => (count === 1 ? 'one exercise' : `${count} exercises`),
};
