import type { Dictionary } from '../fr.ts';

export const practice: Dictionary['practice'] = {
  title: 'Oefenen',
  lead: 'U ziet het antwoord na elke oefening. Hier telt niets mee.',
  wanted: 'Voor u gekozen',
  again: 'Om te herhalen',
  againNone: 'Nu niets te herhalen. Kies wat u leuk vindt.',
  all: 'Alles wat u kunt leren',
  exercises: (count) => (count === 1 ? '1 oefening' : `${count} oefeningen`),
};
