import type { Dictionary } from '../fr.ts';

export const progress: Dictionary['progress'] = {
  title: 'My profile',
  lead: 'What your tests say, topic by topic.',
  none: 'Your profile fills up with your tests. The first one has ten questions.',
  points: {
    title: 'My total',
    of: (points, most) => `${points} points out of ${most}`,
    indicative: 'This number is only a guide.',
    how: 'Where does this number come from?',
    explained: [
      'There are 16 topics, with 8 levels in each.',
      'Each level is worth 8 points: 16 × 8 × 8 = 1024.',
      'A topic estimated from its area counts too.',
      'A topic without any test counts for 0.',
      'The scale looks like that of Pix. It is not a Pix score.',
    ],
  },
  levels: {
    title: 'My 16 topics',
    doubt: {
      close: 'Sure within one level',
      near: 'Sure within two levels',
      vague: 'Still unclear',
    },
    range: (low, high) => (low === high ? `Level ${low}` : `Levels ${low} to ${high}`),
    estimated: 'Estimated from its area',
    card: 'From a printed card',
    cardOn: (day) => `From a card printed on ${day}. Not measured here.`,
    measuredOn: (day) => `Measured on ${day}`,
    estimatedOn: (day) => `Estimated from its area, on ${day}`,
    next: 'Next:',
    nextMeasure: 'measure it',
    nextHigher: 'a test, to go higher',
    remaining: (count) =>
      count === 0
        ? 'Your 16 topics are measured one by one.'
        : count === 1
          ? 'There is one topic left to measure.'
          : `There are ${count} topics left to measure one by one. Take several days if you like.`,
    measureNext: 'Measure the next topic',
  },
  skills: {
    can: 'What I can do',
    learn: 'What I am going to learn',
    canNone: 'Your next exercises will tell.',
    learnNone: 'Nothing is waiting. Try a new topic.',
    more: (count) => `${count} more`,
  },
  keep: {
    title: 'Keep my profile',
    print: 'Print my profile',
    save: 'Save my profile',
    saved: 'Your profile is in your downloads.',
    sheet: 'My profile sheet',
  },
  topic: {
    title: 'A topic',
    gone: 'This topic does not exist.',
    now: 'What now?',
    lesson: (title) => `The lesson: ${title}`,
    practise: 'Practise',
    test: 'Take the test of this topic',
    reset: {
      title: 'Begin anew',
      lead: 'The level of this topic leaves your profile. Your answers are kept.',
      from: (day) => `Possible from ${day}.`,
      button: 'Begin anew',
      ask: 'Erase the level of this topic?',
      sure: 'Yes, erase it',
      keep: 'No, keep it',
    },
  },
  again: {
    title: 'This test is still quite fresh',
    from: (day) => `You can take it again on ${day}.`,
    why: 'Until then, what you learn has time to stay.',
    meanwhile: 'Practise meanwhile',
    other: 'Choose another test',
  },
  history: {
    title: 'My tests',
    lead: 'Each dot is a test. The line shows the doubt.',
    none: 'Your tests will appear here.',
    choose: 'Show',
    date: 'Day',
    before: 'Before',
    after: 'After',
    range: (level, low, high) => (low === high ? `${level}` : `${level} (${low} to ${high})`),
    picture: (count) =>
      count === 1
        ? 'One test. The table says it in numbers.'
        : `${count} tests. The table says them in numbers.`,
    change: {
      first: 'A first landmark. The next test will tell whether it moves.',
      same: 'The same level as last time.',
      higher: 'Higher than last time. The doubt is still larger than the change.',
      surelyHigher: 'Higher than last time, beyond the doubt.',
      lower: 'A little lower than last time. It is less than the doubt.',
      surelyLower: 'Lower than last time. It happens: practice helps.',
    },
  },
  europe: {
    title: 'My profile in Europe',
    lead: 'DigComp is the European framework of digital competences. Here is where your topics stand in it.',
    level: 'My level',
    bands: {
      '2.2': ['Foundation', 'Intermediate', 'Advanced', 'Highly specialised'],
      '3.0': ['Basic', 'Intermediate', 'Advanced', 'Highly advanced'],
    },
    below: 'Before the first level',
    unmeasured: 'Not measured yet',
    names: 'These names are the official ones. The comparison is Jalon’s own.',
    credit: 'DigComp 2.2 and 3.0, European Commission, CC BY 4.0.',
  },
  steps: {
    title: 'What comes next for you',
    go: 'Take the first step',
    names: { review: 'Review', lesson: 'Learn', practice: 'Practise', test: 'Take a test' },
    review: (count) => (count === 1 ? 'one review today' : `${count} reviews today`),
    diagnostic: 'The test of the 5 areas',
    reasons: {
      due: 'This is the right time, so as not to forget.',
      underWay: 'You have begun this lesson.',
      missed: 'Not there yet last time.',
      fresh: 'You have not done it yet.',
      untried: 'You have not tried it yet.',
      first: 'It shows where to begin.',
      progressed: 'You have succeeded in exercises since the last test.',
      unmeasured: 'This topic is not measured yet.',
      oldest: 'It is your oldest measure.',
    },
  },
};
