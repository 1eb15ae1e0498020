import { plain } from './fr/plain.ts';
import { simulators } from './fr/simulators.ts';
import { calendar } from './fr/calendar.ts';
import { spreadsheet } from './fr/spreadsheet.ts';
import { chat } from './fr/chat.ts';
import { store } from './fr/store.ts';
import { print } from './fr/print.ts';
import { counter } from './fr/counter.ts';
import { workshop } from './fr/workshop.ts';
import { blocks } from './fr/blocks.ts';
import { social } from './fr/social.ts';
import { map } from './fr/map.ts';
import { document } from './fr/document.ts';
import { studio } from './fr/studio.ts';
import { files } from './fr/files.ts';
import { mail } from './fr/mail.ts';
import { web } from './fr/web.ts';
import { phone } from './fr/phone.ts';

/** The words inside exercises in French: buttons and labels of the kinds and simulators. */
export const frExercise = {
  plain,
  simulators,
  calendar,
  spreadsheet,
  chat,
  store,
  print,
  counter,
  workshop,
  blocks,
  social,
  map,
  document,
  studio,
  files,
  mail,
  web,
  phone,
};

/** What each language must say inside exercises. */
export type ExerciseDictionary = typeof frExercise;
