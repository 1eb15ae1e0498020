import type { Json } from '#lib/base/canonical-json.ts';
import type { KindName } from './challenge.ts';
import { calendarKind, calendarSimulator } from './calendar/challenge.ts';
import { spreadsheetKind, spreadsheetSimulator } from './spreadsheet/challenge.ts';
import { chatKind, chatSimulator } from './chat/challenge.ts';
import { storeKind, storeSimulator } from './store/challenge.ts';
import { printKind, printSimulator } from './print/challenge.ts';
import { counterKind, counterSimulator } from './counter/challenge.ts';
import { workshopKind, workshopSimulator } from './workshop/challenge.ts';
import { blocksKind, blocksSimulator } from './blocks/challenge.ts';
import { socialKind, socialSimulator } from './social/challenge.ts';
import { mapKind, mapSimulator } from './map/challenge.ts';
import { documentKind, documentSimulator } from './document/challenge.ts';
import { studioKind, studioSimulator } from './studio/challenge.ts';
import { filesKind, filesSimulator } from './files/challenge.ts';
import { hotspotKind } from './hotspot/challenge.ts';
import type { Kind } from './kind.ts';
import { mailKind, mailSimulator } from './mail/challenge.ts';
import { matchingKind } from './matching/challenge.ts';
import { multipleChoiceKind } from './multiple-choice/challenge.ts';
import { numberKind } from './number/challenge.ts';
import { orderingKind } from './ordering/challenge.ts';
import { phoneKind, phoneSimulator } from './phone/challenge.ts';
import { shortTextKind } from './short-text/challenge.ts';
import { severalFieldsKind } from './several-fields/challenge.ts';
import type { Simulator } from './simulator.ts';
import { singleChoiceKind } from './single-choice/challenge.ts';
import { textSelectionKind } from './text-selection/challenge.ts';
import { webKind, webSimulator } from './web/challenge.ts';

/** Every kind of challenge by its name: a new kind is a folder and a line here and in `views.svelte.ts`. */
export const kinds: Readonly<Record<KindName, Kind>> = {
  'single-choice': singleChoiceKind,
  'multiple-choice': multipleChoiceKind,
  'short-text': shortTextKind,
  number: numberKind,
  ordering: orderingKind,
  matching: matchingKind,
  'several-fields': severalFieldsKind,
  'text-selection': textSelectionKind,
  hotspot: hotspotKind,
  calendar: calendarKind,
  spreadsheet: spreadsheetKind,
  chat: chatKind,
  store: storeKind,
  print: printKind,
  counter: counterKind,
  workshop: workshopKind,
  blocks: blocksKind,
  social: socialKind,
  map: mapKind,
  document: documentKind,
  studio: studioKind,
  files: filesKind,
  mail: mailKind,
  web: webKind,
  phone: phoneKind,
};

/** A simulator whatever its state and its actions. */
export type AnySimulator = Simulator<unknown, Json, { readonly do: string }>;

/** The simulators by the name of their kind, for those who look at what happens inside a response. */
export const simulators: Readonly<Partial<Record<KindName, AnySimulator>>> = {
  calendar: calendarSimulator,
  spreadsheet: spreadsheetSimulator,
  chat: chatSimulator,
  store: storeSimulator,
  print: printSimulator,
  counter: counterSimulator,
  workshop: workshopSimulator,
  blocks: blocksSimulator,
  social: socialSimulator,
  map: mapSimulator,
  document: documentSimulator,
  studio: studioSimulator,
  files: filesSimulator,
  mail: mailSimulator,
  web: webSimulator,
  phone: phoneSimulator,
};
