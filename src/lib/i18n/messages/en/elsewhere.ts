import type { StationText } from '../fr/station.ts';

export const show: StationText['show'] = {
  title: 'Show where I am',
  lead: 'Show this screen to your mediator.',
  label: 'Where I am',
  told: 'This code says: nickname, picture, progress, levels, help wanted. Never your answers.',
  stays: 'Nothing leaves, except to whoever reads this code.',
  guest: 'Guest',
  nothing: 'No test yet',
  at: (number, of) => `Question ${number} of ${of}`,
  done: 'Test finished',
  letters: 'No camera? See the letters',
  home: 'Back to the start',
};

export const elsewhere: StationText['elsewhere'] = {
  title: 'Read another tablet',
  lead: 'On the other device, touch “Show where I am”. Then read its code here.',
  noCamera: 'The camera does not open. Choose a photo, or type the letters.',
  picture: 'Choose a photo of the code',
  letters: 'The letters of the code',
  lettersHint: 'They are under the code, in groups of 4.',
  submit: 'Read these letters',
  read: (name, where) => `${name} is in the table: ${where}.`,
  toBoard: 'See the group',
  refused: {
    noCode: 'There is no readable code in this photo. Come closer and try again.',
    somethingElse: 'This code is for something else. On the other device, touch “Show where I am”.',
    newer: 'The other device has a newer Jalon. Update this tablet with internet.',
    damaged: 'This code is incomplete or damaged. Read it once more.',
    otherDay: 'This code is not from today. Ask for a new one, and check the date of both devices.',
  },
};
