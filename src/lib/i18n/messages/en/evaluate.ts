import type { Dictionary } from '../fr.ts';

export const evaluate: Dictionary['evaluate'] = {
  title: 'Choose a test',
  lead: 'All of them work without internet. You can stop and come back.',
  tests: {
    flash: { name: 'The quick test', what: 'A first landmark.', size: '6 to 8 questions, about 5 minutes' },
    diagnostic: {
      name: 'The test of the 5 areas',
      what: 'Your level in each area.',
      size: '10 questions, about 15 minutes',
    },
    long: {
      name: 'The detailed test',
      what: 'The 5 areas, with less doubt.',
      size: '16 to 20 questions, about 30 minutes',
    },
    topic: {
      name: 'One topic only',
      what: 'You choose among the 16 topics.',
      size: '8 to 15 questions, about 15 minutes',
    },
    profile: {
      name: 'My whole profile',
      what: 'The 16 topics, a little each day.',
      size: 'up to 64 questions, over several days',
    },
    exam: {
      name: 'The trial exam',
      what: 'To practise for certification.',
      size: '32 questions, without help',
    },
  },
};
