import type { Dictionary } from '../fr.ts';

export const about: Dictionary['about'] = {
  title: 'About Jalon',
  what: 'Jalon helps you know where you stand with digital tools, make progress, and show it.',
  privacyTitle: 'Your data',
  privacy: 'Everything stays on this device. Nothing leaves unless you agree. Jalon does not track you.',
  accessTitle: 'For everyone',
  access: 'Jalon is made for touch, keyboard and screen reader. A problem? Tell your mediator.',
  statement: 'Accessibility statement',
  helpersTitle: 'For those who help others',
  helpers: 'Jalon also serves to run a workshop, without internet.',
  guide: 'Running a session: the guide',
  paper: 'A test to print',
  paperEntry: 'Copy a paper test in',
  licenceTitle: 'Free and open',
  licence: 'The software is under the EUPL 1.2 licence. The exercises are under CC BY-SA 4.0.',
};
