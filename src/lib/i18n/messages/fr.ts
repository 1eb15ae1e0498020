import { common } from './fr/common.ts';
import { plain } from './fr/plain.ts';
import { simulators } from './fr/simulators.ts';
import { files } from './fr/files.ts';
import { mail } from './fr/mail.ts';
import { web } from './fr/web.ts';
import { phone } from './fr/phone.ts';
import { learner } from './fr/learner.ts';

/** The learner's pages in French, the language that all others are checked against. */
export const fr = { common, plain, simulators, files, mail, web, phone, learner };

/** What each language must say. */
export type Dictionary = typeof fr;
