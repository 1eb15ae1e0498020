import type { Dictionary } from '../fr.ts';

export const about: Dictionary['about'] = {
  title: 'Über Jalon',
  what: 'Jalon hilft Ihnen zu wissen, wie gut Sie in der digitalen Welt zurechtkommen, dazuzulernen und es zu zeigen.',
  privacyTitle: 'Ihre Daten',
  privacy:
    'Alles bleibt auf diesem Gerät. Nichts wird ohne Ihre Zustimmung gesendet. Jalon verfolgt Sie nicht.',
  accessTitle: 'Für alle',
  access:
    'Jalon ist für Finger, Tastatur und Bildschirmleser gemacht. Gibt es eine Schwierigkeit? Sagen Sie es Ihrer Ansprechperson.',
  statement: 'Erklärung zur Barrierefreiheit',
  helpersTitle: 'Für alle, die begleiten',
  helpers: 'Jalon hilft auch, einen Kurs zu leiten, ohne Internet.',
  guide: 'Eine Sitzung begleiten: die Anleitung',
  paper: 'Ein Test zum Drucken',
  paperEntry: 'Einen Test auf Papier übertragen',
  licenceTitle: 'Frei',
  licence: 'Die Software steht unter der Lizenz EUPL 1.2. Die Übungen stehen unter CC BY-SA 4.0.',
};
