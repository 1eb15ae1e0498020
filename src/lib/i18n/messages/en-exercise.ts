import type { ExerciseDictionary } from './fr-exercise.ts';
import { plain } from './en/plain.ts';
import { simulators } from './en/simulators.ts';
import { calendar } from './en/calendar.ts';
import { spreadsheet } from './en/spreadsheet.ts';
import { chat } from './en/chat.ts';
import { store } from './en/store.ts';
import { print } from './en/print.ts';
import { counter } from './en/counter.ts';
import { workshop } from './en/workshop.ts';
import { blocks } from './en/blocks.ts';
import { social } from './en/social.ts';
import { map } from './en/map.ts';
import { document } from './en/document.ts';
import { studio } from './en/studio.ts';
import { files } from './en/files.ts';
import { mail } from './en/mail.ts';
import { web } from './en/web.ts';
import { phone } from './en/phone.ts';

/** The words inside exercises in English: buttons and labels of the kinds and simulators. */
export const enExercise: ExerciseDictionary = {
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
