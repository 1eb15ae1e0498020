import type { RoadsText } from '../fr/roads.ts';

const results = (count: number): string => (count === 1 ? '1 result' : `${count} results`);

export const roads: RoadsText = {
  handOver: {
    title: 'Give my results',
    lead: 'Give them to somebody who will have internet.',
    sealed: 'That person cannot read them. Only the organisation can.',
    waiting: (count, names) => `${results(count)} waiting, for ${names}.`,
    nothing: 'Nothing is waiting. You have nothing to give.',
    left: 'Your results have left. They also stay here, until the proof of receipt.',
    receipt: 'Did the person bring you a proof?',
    readReceipt: 'Read the proof',
  },
  give: {
    file: 'Make a file',
    share: 'Share a file',
    pictures: 'Show pictures',
    saved: 'The file is in your downloads. Give it by USB stick or by message.',
    shared: 'The file is shared.',
    notShared: 'The file was not shared. Try again, or show pictures.',
    tooMany: 'There are too many results for pictures. Make a file.',
    failed: 'The device could not prepare this. Nothing is lost. Try again.',
  },
  pictures: {
    title: 'Show pictures',
    lead: 'The other device opens “Carry results”, then its camera.',
    one: 'One picture is enough.',
    label: 'Picture for the other device',
    at: (number, of) => `Picture ${number} of ${of}`,
    more: (number) => `Picture ${number}, for what is still missing`,
    play: 'Play',
    pause: 'Stop',
    step: 'Next picture',
    done: 'It is read',
  },
  carry: {
    title: 'Carry results',
    lead: 'Take somebody’s results. They will leave when you have internet.',
    sealed: 'You cannot read them. A proof will come back for the person.',
    file: 'Choose the file',
    camera: 'Open the camera',
    cameraOn: 'The camera is looking for the pictures…',
    cameraOff: 'Close the camera',
    noCamera: 'The camera does not open. Take photos, or ask for a file.',
    photos: 'Choose photos of the pictures',
    found: (found, of) => `${found} of ${of} pictures read. Go on.`,
    fresh: (count) => `${results(count)} more to carry.`,
    known: (count) => `${results(count)} already here.`,
    own: 'These results come from this device. Give them to another one.',
    confirmed: 'Received: the organisation has your results.',
    forOthers: (count) =>
      count === 1 ? '1 proof of receipt to bring back.' : `${count} proofs of receipt to bring back.`,
    refused: {
      notAPack: 'This file is something else. Look for the one that ends with “.jalon-colis”.',
      newerPack: 'This file comes from a newer Jalon. Update this device with internet.',
      cutPack: 'The end of this file is missing. Ask for it once more.',
      damagedPack: 'This file is damaged. Ask for it once more.',
      tooLarge: 'This file is too large to come from Jalon.',
      emptyPack: 'There is nothing for this device in this file.',
      storageFull: 'The device has no room left. Free some room, then try again.',
      storageClosed: 'This device can keep nothing here. Leave private browsing, then try again.',
      somethingElse: 'This picture is for something else. On the other device, press “Show pictures”.',
      newer: 'The other device has a newer Jalon. Update this one with internet.',
      damaged: 'This picture is hard to read. Come closer and go on.',
      noCode: 'There is no readable picture in this photo. Come closer and try again.',
    },
    list: 'What you carry',
    unknown: 'An organisation that this device does not know',
    waiting: (count) => `${results(count)} will leave with internet.`,
    refusedCount: (count) =>
      count === 1
        ? '1 result was not accepted. The person keeps it on their device.'
        : `${count} results were not accepted. People keep them on their devices.`,
    receipts: (count) =>
      count === 1 ? '1 proof of receipt to bring back.' : `${count} proofs of receipt to bring back.`,
    now: 'Send now',
    noNetwork: 'No internet yet. The results will leave by themselves later.',
    give: 'Give to another person who will have internet',
    giveBack: 'Bring the proofs back',
    home: 'Back to the first screen',
  },
};
