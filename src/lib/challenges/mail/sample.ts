import * as v from 'valibot';
import { mailStart } from './start.ts';

/** A stranger who writes to the sample's learner. */
export const sampleStranger = 'support@banque-valbruyere.example';

/** The words of the sample: each reference without its sign. */
export function sampleWords(text: string): string {
  return text.replace('@', '');
}

/** The world that the tests play in. */
export const mailSample = v.parse(mailStart, {
  me: { name: '@me', address: 'nadia@valbruyere.example' },
  contacts: [
    { id: 'school', name: '@school', address: 'ecole@valbruyere.example' },
    { id: 'lucie', name: 'Lucie', address: 'lucie@valbruyere.example' },
    { id: 'omar', name: 'Omar', address: 'omar@valbruyere.example' },
  ],
  documents: [
    { id: 'certificate', name: '@certificate', size: 4 },
    { id: 'film', name: 'Film', size: 9 },
  ],
  attachmentLimit: 10,
  phrases: [
    { id: 'absent', text: '@absent' },
    { id: 'thanks', text: 'Merci.' },
  ],
  subjects: [{ id: 'absence', text: '@absence' }],
  messages: [
    {
      id: 'trip',
      in: 'inbox',
      from: 'school',
      to: ['me', 'lucie'],
      cc: ['omar', 'me'],
      date: '2026-03-02T09:10',
      subject: '@trip.subject',
      body: '@trip.body',
      attachments: [{ id: 'form', name: '@form', size: 0.1 }],
      unread: true,
    },
    {
      id: 'scam',
      in: 'inbox',
      from: { name: '@bank', address: sampleStranger },
      date: '2026-03-03T08:00',
      subject: 'RE: compte',
      body: '@scam.body',
    },
    {
      id: 'mine',
      in: 'sent',
      from: 'me',
      to: ['omar'],
      cc: ['lucie'],
      date: '2026-03-01T08:00',
      subject: 'x',
      body: 'x',
    },
    { id: 'begun', in: 'drafts', from: 'me', to: [], date: '2026-03-01T09:00', subject: 'x', body: 'x' },
  ],
});
