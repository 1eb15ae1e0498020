import type { StationText } from '../fr/station.ts';

export const live: StationText['live'] = {
  entry: 'Live',
  on: 'Live',
  endedAt: (time) => `No longer live, read at ${time}`,
  over: (name) => `${name} is no longer live. Their code can still be read.`,
  link: {
    title: 'Link a tablet live',
    lead: 'On the other device, touch “Show where I am”, then “Live”. It reads this code.',
    label: 'Link live',
    next: 'Read its answer',
    read: 'The other device now shows a code of its own. Read it here.',
    offered: 'Show my code again',
    connecting: 'The two devices are looking for each other…',
    linked: (name) => `${name} is live. The table changes by itself.`,
    keep: 'Keep Jalon open on both devices.',
    another: 'Link another tablet',
    again: 'Start again',
  },
  show: {
    title: 'Live',
    lead: 'Does your mediator suggest it? Read the code on their tablet.',
    told: 'It will receive, at each change: nickname, picture, progress, levels, help wanted. Never your answers. You stop when you like.',
    answer: 'Show this code to the mediator’s tablet.',
    label: 'My answer',
    on: 'You are live with your mediator.',
    onTold:
      'Their tablet receives, at each change: nickname, picture, progress, levels, help wanted. Never your answers. To stop, touch “Stop” at the top.',
    code: 'Show my code instead',
  },
  bar: {
    on: 'Live',
    stop: 'Stop',
    ended: 'You are no longer live. Your code can still be read.',
    understood: 'Got it',
  },
  noCamera: 'The camera does not open. Choose a photo of the code.',
  picture: 'Choose a photo of the code',
  refused: {
    noCode: 'There is no readable code in this photo. Come closer and try again.',
    somethingElse: 'This code is for something else. “Link a tablet live” shows the right one.',
    newer: 'The other device has a newer Jalon. Update this one with internet.',
    damaged: 'This code is incomplete or damaged. Read it once more.',
    farAway: 'This code leads out of this room. Jalon does not follow it.',
    otherSide: 'This is the code of the other step. Read the one that the other device shows.',
    otherTalk: 'This answer is to another code. The other device must read yours first.',
  },
  failed: {
    notHere: 'This device cannot go live. The code can still be read.',
    noNetwork: 'This device has no Wi-Fi. Without Wi-Fi, no live link. The code can still be read.',
    notFound:
      'The two devices do not find each other. Are they on the same Wi-Fi? The code can still be read.',
  },
};
