import type { Dictionary } from '../fr.ts';

export const practice: Dictionary['practice'] = {
  title: 'Üben',
  lead: 'Sie sehen die Antwort nach jeder Übung. Hier zählt nichts mit.',
  wanted: 'Für Sie ausgewählt',
  again: 'Zum Wiederholen',
  againNone: 'Im Moment gibt es nichts zu wiederholen. Wählen Sie, was Ihnen gefällt.',
  all: 'Alles, was man lernen kann',
  exercises: (count) => (count === 1 ? '1 Übung' : `${count} Übungen`),
};
