import type { Handbook } from '../fr-handbook.ts';

export const guide: Handbook['guide'] = {
  title: 'Running a session',
  lead: 'Four pages to read before, and to keep at hand.',
  print: 'Print the 4 pages',
  tools: 'For your session',
  page: (at, of) => `Side ${at} of ${of}`,
  pictures: {
    ready: 'The first page of Jalon says “Ready without internet”.',
    session: 'The mediator’s space: choose what people do, then begin the session.',
    who: '“Who are you?”, with pictures and “New person”.',
    fresh: '“Welcome”: a picture, and a nickname if one likes.',
    help: 'A question with its hint, then “Show me” and “Let’s do it together”.',
    board: 'The table of the group: where each person stands, and who asked for help.',
    result: 'The result: one bar an area.',
    finish: '“Finish”: keep one’s work or erase it all.',
  },
  parts: [
    {
      title: 'Before: prepare',
      lead: 'Allow an hour for six to eight people. This guide works without internet too.',
      blocks: [
        {
          title: 'The day before, with internet',
          items: [
            'Open Jalon on each device. Wait for “Ready without internet”.',
            'Switch the Wi-Fi off, close Jalon, open it again. It must open.',
            'One tablet for several? In Settings, touch “Lend this device to several people”.',
            'Choose your mediator’s code. Write it down safely: nobody can find it again.',
            'Print this guide and a few tests on paper.',
          ],
        },
        {
          title: 'Which test to choose?',
          items: [
            'The quick test: a first contact, in 5 minutes.',
            'The test of the 5 areas: to prepare a course, in 15 minutes.',
            'One topic: before or after a workshop, in 15 minutes.',
            'On paper: for somebody who wants no screen.',
          ],
        },
        {
          title: 'The room',
          items: [
            'One seat each, a screen without glare, a chair at the right height.',
            'Space between the seats: each answers for themselves.',
            'A quiet corner, to talk about a result in private.',
            'Sockets, earphones, pens, a magnifying glass, a cloth for the screens.',
          ],
        },
        {
          title: 'Just before the door opens',
          items: [
            'The devices are charged and clean.',
            'Each of them says “Ready without internet”.',
            'The screen is bright and the sound loud enough.',
            'The session has begun in the mediator’s space.',
            'Sheets and pens are on the table.',
          ],
        },
      ],
    },
    {
      title: 'Welcome: one minute each',
      lead: 'Whoever feels safe shows what they know. The first minute decides.',
      blocks: [
        {
          title: 'Hand the device over in 60 seconds',
          items: [
            'Sit beside the person, never opposite.',
            'Touch “New person”, then hand the tablet over. Your hands stay off it from now on.',
            'The person chooses a picture and, if they like, a nickname.',
            'Point at two buttons: “I don’t know” and “A hint”.',
            'Stay for the first question. Leave once it is done.',
          ],
        },
        {
          title: 'Words to say',
          items: [
            'This is no exam. We are looking for where to begin.',
            'Nobody knows everything. “I don’t know” is a good answer.',
            'Take your time. Nothing breaks here, and nothing is bought.',
            'The names, the messages and the sites are made up.',
            'Would you like the questions read to you? Touch “Listen”.',
          ],
        },
        {
          title: 'What to say about data',
          items: [
            'No real name, no e-mail address, no account.',
            'Everything stays on this device, under lock and key.',
            'You see the nickname, the levels and the progress. Never the answers.',
            'Nothing is sent without a yes. A no changes nothing to the help given.',
            'Under 15, a parent must agree before anything is sent.',
            'At the end the person chooses: keep, or erase it all.',
          ],
        },
        {
          title: 'Somebody hesitates?',
          items: [
            'Do one question together, and count nothing.',
            'Offer the test on paper.',
            'Accept a no. The door stays open next time.',
          ],
        },
      ],
    },
    {
      title: 'During: help without taking over',
      lead: 'Your most useful help is often to wait a little.',
      blocks: [
        {
          title: 'Who needs help?',
          items: [
            'Walk round the room every five minutes.',
            'Watch the hands: whoever no longer touches the screen may be waiting.',
            'A sigh, an awkward laugh, a look at the neighbour: come closer.',
            '“I need help” leaves a mark in the table of the group.',
            'Several devices? The person touches “Show where I am”. In “The group”, read the code.',
            'That line says when it was read: it does not move by itself. Read again to update it.',
            'On the same Wi-Fi? “Link a tablet live”: the line then changes by itself.',
          ],
        },
        {
          title: 'The ladder of help, one rung at a time',
          items: [
            'Wait. Count to ten in your head.',
            'Ask: “What are you asked to do?” Have it read or heard again.',
            'Offer “A hint”. The answer still counts.',
            'Offer “Show me”: Jalon makes the gestures on the screen.',
            'Offer “Let’s do it together”, one gesture after the other.',
            'From “Show me” on, the question counts as still to learn. That is fine.',
          ],
        },
        {
          title: 'What is better avoided',
          items: [
            'Taking the tablet or the mouse out of their hands.',
            'Whispering the answer: the result would help nobody any more.',
            'Saying “it is easy”, “that is wrong” or “hurry up”.',
            'Comparing two people, even as a compliment.',
            'Letting somebody type a real password in an exercise.',
          ],
        },
        {
          title: 'Tired, and breaks',
          items: [
            '“Pause” keeps everything. One goes on at the same question.',
            'After 5 minutes without a touch, Jalon asks “Still there?”. Nothing is lost.',
            'After several hard questions, Jalon changes the topic by itself.',
            'Better to stop early on a success than late on a failure.',
          ],
        },
      ],
    },
    {
      title: 'After: read, decide, tidy up',
      lead: 'Five minutes together over the sheet are worth more than the test.',
      blocks: [
        {
          title: 'Read the sheet together',
          items: [
            'Begin with “I can”. Ask for an example from life.',
            'Show the bars: full is known, hatched is in doubt.',
            'A level is no mark. It says where to begin.',
            'Ask: “What would you like to begin with?” The person chooses.',
            'Write the next appointment. The code of the lesson is on the sheet.',
          ],
        },
        {
          title: 'In the mediator’s space',
          items: [
            'The group: who is done, who asked for help, at what level.',
            'Groups by need: whom to invite to the same workshop.',
            'Follow-up: the workshop agreed on and your notes, which only you read.',
            'Activity report: numbers without a single name, in a file.',
          ],
        },
        {
          title: 'End tidily',
          items: [
            'Each person touches “Finish”, then keeps or erases their work.',
            'To keep: 4 pictures to remember, or a card to take away.',
            'What is erased is gone for good. Wipe the screens, charge the devices.',
          ],
        },
        {
          title: 'When something goes wrong',
          items: [
            'Not ready yet',
            'Internet is needed once. Sharing a telephone’s connection is enough.',
            'Nothing moves any more',
            'Close Jalon and open it again. The answers are kept.',
            'Too small, too pale',
            'In Settings: text size and high contrast.',
            'No voice',
            'Turn the sound up. If the device has no voice, read aloud yourself.',
            'Picture code forgotten',
            'Nobody can find it again. Begin anew as a new person.',
            'No room left',
            'Delete photos or apps, then try again.',
          ],
        },
        {
          title: 'On paper',
          items: [
            'Print “Test on paper”: one sheet, both sides. The person ticks, you mark nothing.',
            'Then “Copy a paper test in”: type the code of the sheet, touch the ticked letters.',
            'The result and its sheet are the same as on a screen.',
          ],
        },
      ],
    },
  ],
};
