import type { Dictionary } from './fr.ts';
import { common } from './en/common.ts';
import { plain } from './en/plain.ts';
import { simulators } from './en/simulators.ts';
import { files } from './en/files.ts';
import { mail } from './en/mail.ts';
import { web } from './en/web.ts';
import { phone } from './en/phone.ts';
import { learner } from './en/learner.ts';

/** The learner's pages in English. */
export const en: Dictionary = { common, plain, simulators, files, mail, web, phone, learner };
