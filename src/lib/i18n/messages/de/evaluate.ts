import type { Dictionary } from '../fr.ts';

export const evaluate: Dictionary['evaluate'] = {
  title: 'Wählen Sie einen Test',
  lead: 'Alle funktionieren ohne Internet. Sie können aufhören und später weitermachen.',
  tests: {
    flash: {
      name: 'Der schnelle Test',
      what: 'Ein erster Anhaltspunkt.',
      size: '6 bis 8 Fragen, ungefähr 5 Minuten',
    },
    diagnostic: {
      name: 'Der Test der 5 Bereiche',
      what: 'Ihr Niveau in jedem Bereich.',
      size: '10 Fragen, ungefähr 15 Minuten',
    },
    long: {
      name: 'Der ausführliche Test',
      what: 'Die 5 Bereiche, mit weniger Zweifel.',
      size: '16 bis 20 Fragen, ungefähr 30 Minuten',
    },
    topic: {
      name: 'Nur ein Thema',
      what: 'Sie wählen aus den 16 Themen.',
      size: '8 bis 15 Fragen, ungefähr 15 Minuten',
    },
    profile: {
      name: 'Mein ganzes Profil',
      what: 'Die 16 Themen, jeden Tag ein wenig.',
      size: 'bis zu 64 Fragen, über mehrere Tage',
    },
    exam: {
      name: 'Die Probeprüfung',
      what: 'Zum Üben für das Zertifikat.',
      size: '32 Fragen, ohne Hilfe',
    },
  },
};
