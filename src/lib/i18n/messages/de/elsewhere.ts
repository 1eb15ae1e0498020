import type { StationText } from '../fr/station.ts';

export const show: StationText['show'] = {
  title: 'Zeigen, wie weit ich bin',
  lead: 'Zeigen Sie Ihrer Begleitperson diesen Bildschirm.',
  label: 'Wie weit ich bin',
  told: 'Dieser Code sagt: Spitzname, Bild, Fortschritt, Stufen, Bitte um Hilfe. Nie Ihre Antworten.',
  stays: 'Nichts geht weg, außer an die Person, die diesen Code liest.',
  guest: 'Gast',
  nothing: 'Noch kein Test',
  at: (number, of) => `Frage ${number} von ${of}`,
  done: 'Test beendet',
  letters: 'Keine Kamera? Die Zeichen ansehen',
  home: 'Zurück zum Anfang',
};

export const elsewhere: StationText['elsewhere'] = {
  title: 'Ein anderes Tablet lesen',
  lead: 'Tippen Sie auf dem anderen Gerät auf «\u00a0Zeigen, wie weit ich bin\u00a0». Lesen Sie dann hier den Code.',
  noCamera: 'Die Kamera geht nicht auf. Wählen Sie ein Foto, oder geben Sie die Zeichen ein.',
  picture: 'Ein Foto des Codes wählen',
  letters: 'Die Zeichen des Codes',
  lettersHint: 'Sie stehen unter dem Code, in Gruppen von 4.',
  submit: 'Diese Zeichen lesen',
  read: (name, where) => `${name} steht in der Tabelle: ${where}.`,
  toBoard: 'Die Gruppe ansehen',
  refused: {
    noCode: 'Auf diesem Foto ist kein lesbarer Code. Gehen Sie näher und versuchen Sie es noch einmal.',
    somethingElse:
      'Dieser Code dient etwas anderem. Tippen Sie auf dem anderen Gerät auf «\u00a0Zeigen, wie weit ich bin\u00a0».',
    newer: 'Das andere Gerät hat ein neueres Jalon. Aktualisieren Sie dieses Tablet mit Internet.',
    damaged: 'Dieser Code ist unvollständig oder beschädigt. Lesen Sie ihn noch einmal.',
    otherDay:
      'Dieser Code ist nicht von heute. Bitten Sie um einen neuen, und prüfen Sie das Datum der Geräte.',
  },
};
