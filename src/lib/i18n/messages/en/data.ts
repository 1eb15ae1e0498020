import type { Dictionary } from '../fr.ts';

export const data: Dictionary['data'] = {
  title: 'My data',
  lead: 'All is on this device, and nowhere else without your agreement.',
  kept: {
    title: 'What is kept here',
    nickname: (name) => `Nickname: ${name}`,
    attempts: (count) => (count === 1 ? '1 test or practice' : `${count} tests or practices`),
    answers: (count) => (count === 1 ? '1 answer' : `${count} answers`),
    lessons: (count) => (count === 1 ? '1 lesson opened' : `${count} lessons opened`),
    agreements: (count) =>
      count === 0
        ? 'No result was sent'
        : count === 1
          ? '1 agreement to send'
          : `${count} agreements to send`,
    size: (size) => `Room used: ${size}`,
    none: 'Nothing yet.',
  },
  agreements: 'See my agreements, or take them back',
  save: {
    title: 'Keep a backup',
    lead: 'One file, for a new device. Put it somewhere safe: it holds your answers.',
    button: 'Save the backup',
    done: 'The backup is in your downloads.',
  },
  restore: {
    title: 'Bring a backup back',
    lead: 'Choose the file of your backup. Its name begins with “jalon-sauvegarde”.',
    button: 'Choose the file',
    done: 'Your data is here.',
    nothing: 'All was here already. Nothing changed.',
    refused: {
      notABackup: 'This file is no backup of Jalon. Choose another one.',
      cutShort: 'The end of this file is missing. Copy it again from the old device.',
      newerBackup: 'This backup comes from a newer Jalon. Update Jalon first.',
      changedBackup: 'This file was damaged or changed. Copy it again from the old device.',
      wrongPassphrase: 'This is not the right passphrase. Read your paper again, then try again.',
      otherPerson: 'This backup is of somebody else. First save what is here, erase it, then try again.',
      otherWay:
        'You went on here in another way than in this backup. Nothing changed: the two are not mixed.',
    },
  },
  copy: {
    lead: 'To read or print your tests, your answers and your agreements, without Jalon.',
    button: 'Save a copy to read',
    data: 'Save the data (JSON)',
  },
  readable: {
    title: 'My data in Jalon',
    made: (day) => `Copy made on ${day}.`,
    stays: 'This page is yours. Nothing in it sends anything.',
    age: (band) => `Age told: ${band}`,
    tests: 'My tests and my answers',
    lessons: 'My lessons',
    agreements: 'My agreements',
    answer: 'Your answer:',
    gestures: (count) => (count === 1 ? '1 gesture in the exercise' : `${count} gestures in the exercise`),
    helped: 'with help',
    opened: 'Opened',
  },
  passphrase: {
    add: 'Add a passphrase',
    why: 'Without it, nobody can read the file.',
    danger: 'Nor can you: once forgotten it is lost, and your data with it. That is why Jalon asks for none.',
    label: 'Your passphrase',
    hint: '8 letters at least. Four words at random do well. Write it on paper too.',
    short: 'This passphrase is too short. It takes 8 letters at least.',
    asked: 'This file asks for its passphrase.',
    open: 'Open the file',
  },
  erase: {
    title: 'Erase my data',
    lead: 'Tests, answers, lessons, agreements and settings leave this device. There is no way back.',
    shared:
      'Only yours: the other people of this tablet keep everything. What you agreed to send will leave all the same.',
    waiting: 'A result that you agreed to send has not left yet: it would be erased too.',
    left: 'What has reached an organisation stays there. To take it back, see your agreements first.',
    button: 'Erase my data',
    sure: 'Yes, erase all',
    keep: 'No, keep all',
    ask: 'Erase all from this device?',
  },
  failed: 'The device could not do it. Nothing changed. Try again.',
  bring: 'I have a backup',
};
