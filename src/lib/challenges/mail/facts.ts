import type { Facts } from '../goal.ts';
import { recipientsOf, type MailState } from './state.ts';

/** What conditions may ask about the mailbox. Before anything is sent there are no facts about it. */
export function mailFacts(state: MailState): Facts {
  const facts: Record<string, Facts[string]> = {
    'sent.count': state.sent.length,
    'sent.anyone': [...new Set(state.sent.flatMap(recipientsOf))],
    blocked: state.blocked,
    'attachments.opened': state.attachmentsOpened,
    'links.followed': state.linksFollowed,
    'details.seen': state.detailsSeen,
  };
  for (const message of state.messages) {
    facts[`${message.id}.in`] = message.in;
    facts[`${message.id}.read`] = message.read;
    facts[`${message.id}.reported`] = message.reported;
  }
  const last = state.sent.at(-1);
  if (last === undefined) return facts;
  return {
    ...facts,
    'sent.to': last.to,
    'sent.cc': last.cc,
    'sent.bcc': last.bcc,
    'sent.attachments': last.attachments,
    'sent.phrases': last.phrases,
    'sent.subject': last.subjectId || last.subject,
    'sent.body': last.body,
    'sent.how': last.how,
    'sent.about': last.about,
  };
}
