import type { KindName } from '#lib/challenges/challenge.ts';
import * as calendar from './calendar.ts';
import * as spreadsheet from './spreadsheet.ts';
import * as chat from './chat.ts';
import * as store from './store.ts';
import * as print from './print.ts';
import * as counter from './counter.ts';
import * as workshop from './workshop.ts';
import * as blocks from './blocks.ts';
import * as social from './social.ts';
import * as map from './map.ts';
import * as document from './document.ts';
import * as studio from './studio.ts';
import * as files from './files.ts';
import * as mail from './mail.ts';
import * as phone from './phone.ts';
import * as plain from './plain.ts';
import type { Perform } from './player.ts';
import * as web from './web.ts';

/** Who plays each kind of challenge on the screen. */
export const players: Readonly<Record<KindName, Perform>> = {
  'single-choice': plain.singleChoice,
  'multiple-choice': plain.multipleChoice,
  'short-text': plain.shortText,
  number: plain.number,
  ordering: plain.ordering,
  matching: plain.matching,
  'several-fields': plain.severalFields,
  'text-selection': plain.textSelection,
  hotspot: plain.hotspot,
  calendar: calendar.perform,
  spreadsheet: spreadsheet.perform,
  chat: chat.perform,
  store: store.perform,
  print: print.perform,
  counter: counter.perform,
  workshop: workshop.perform,
  blocks: blocks.perform,
  social: social.perform,
  map: map.perform,
  document: document.perform,
  studio: studio.perform,
  files: files.perform,
  mail: mail.perform,
  web: web.perform,
  phone: phone.perform,
};
