import type { KindName } from './challenge.ts';
import type { Teller } from './tell.ts';

const from = async (loading: Promise<{ readonly teller: Teller }>): Promise<Teller> => (await loading).teller;

/** Who says how each kind is done on the screen, loaded with its view; each is a `tell.ts` in the folder of its kind. */
export const tellers: Readonly<Record<KindName, () => Promise<Teller>>> = {
  'single-choice': () => from(import('./single-choice/tell.ts')),
  'multiple-choice': () => from(import('./multiple-choice/tell.ts')),
  'short-text': () => from(import('./short-text/tell.ts')),
  number: () => from(import('./number/tell.ts')),
  ordering: () => from(import('./ordering/tell.ts')),
  matching: () => from(import('./matching/tell.ts')),
  'several-fields': () => from(import('./several-fields/tell.ts')),
  'text-selection': () => from(import('./text-selection/tell.ts')),
  hotspot: () => from(import('./hotspot/tell.ts')),
  calendar: () => from(import('./calendar/tell.ts')),
  spreadsheet: () => from(import('./spreadsheet/tell.ts')),
  chat: () => from(import('./chat/tell.ts')),
  store: () => from(import('./store/tell.ts')),
  print: () => from(import('./print/tell.ts')),
  counter: () => from(import('./counter/tell.ts')),
  workshop: () => from(import('./workshop/tell.ts')),
  blocks: () => from(import('./blocks/tell.ts')),
  social: () => from(import('./social/tell.ts')),
  document: () => from(import('./document/tell.ts')),
  studio: () => from(import('./studio/tell.ts')),
  map: () => from(import('./map/tell.ts')),
  files: () => from(import('./files/tell.ts')),
  mail: () => from(import('./mail/tell.ts')),
  web: () => from(import('./web/tell.ts')),
  phone: () => from(import('./phone/tell.ts')),
};
