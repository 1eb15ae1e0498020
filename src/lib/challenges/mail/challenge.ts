import { simulatorKind, type Simulator } from '../simulator.ts';
import { mailAction, type MailAction } from './action.ts';
import { changeMail } from './change.ts';
import { mailFacts } from './facts.ts';
import { mailFaults, mailStart, mailTexts, type MailStart } from './start.ts';
import { beginMail, type MailState } from './state.ts';

/** A mailbox: folders, messages, contacts, one draft, and what people do to deceive in it. */
export const mailSimulator: Simulator<MailStart, MailState, MailAction> = {
  name: 'mail',
  start: mailStart,
  action: mailAction,
  begin: beginMail,
  apply: changeMail,
  facts: mailFacts,
  texts: mailTexts,
  faults: mailFaults,
};

export const mailKind = simulatorKind(mailSimulator);
