import type { Dictionary } from '../fr.ts';

export const data: Dictionary['data'] = {
  title: 'Meine Daten',
  lead: 'Alles ist auf diesem Gerät, und nirgendwo sonst ohne Ihre Zustimmung.',
  kept: {
    title: 'Was hier aufbewahrt ist',
    nickname: (name) => `Spitzname: ${name}`,
    attempts: (count) => (count === 1 ? '1 Test oder Übung' : `${count} Tests oder Übungen`),
    answers: (count) => (count === 1 ? '1 Antwort' : `${count} Antworten`),
    lessons: (count) => (count === 1 ? '1 Lektion geöffnet' : `${count} Lektionen geöffnet`),
    agreements: (count) =>
      count === 0
        ? 'Kein Ergebnis wurde gesendet'
        : count === 1
          ? '1 Zustimmung zum Senden'
          : `${count} Zustimmungen zum Senden`,
    card: (count) =>
      count === 1 ? '1 Niveau von einer gedruckten Karte' : `${count} Niveaus von einer gedruckten Karte`,
    size: (size) => `Belegter Platz: ${size}`,
    none: 'Noch nichts.',
  },
  agreements: 'Meine Zustimmungen ansehen oder zurücknehmen',
  save: {
    title: 'Eine Sicherung aufbewahren',
    lead: 'Eine einzige Datei, für ein neues Gerät. Bewahren Sie sie sicher auf: Ihre Antworten sind darin.',
    button: 'Die Sicherung speichern',
    done: 'Die Sicherung ist bei Ihren Downloads.',
  },
  restore: {
    title: 'Eine Sicherung zurückholen',
    lead: 'Wählen Sie die Datei Ihrer Sicherung. Ihr Name beginnt mit „jalon-sauvegarde“.',
    button: 'Die Datei wählen',
    done: 'Ihre Daten sind da.',
    nothing: 'Alles war schon da. Nichts hat sich geändert.',
    refused: {
      notABackup: 'Diese Datei ist keine Sicherung von Jalon. Wählen Sie eine andere.',
      cutShort: 'Das Ende dieser Datei fehlt. Kopieren Sie sie noch einmal vom alten Gerät.',
      newerBackup: 'Diese Sicherung kommt von einem neueren Jalon. Aktualisieren Sie Jalon zuerst.',
      changedBackup:
        'Diese Datei wurde beschädigt oder verändert. Kopieren Sie sie noch einmal vom alten Gerät.',
      wrongPassphrase:
        'Das ist nicht der richtige Satz. Lesen Sie Ihr Papier noch einmal, und versuchen Sie es erneut.',
      otherPerson:
        'Diese Sicherung gehört jemand anderem. Speichern Sie zuerst, was hier ist, löschen Sie es, und versuchen Sie es noch einmal.',
      otherWay:
        'Sie haben hier anders weitergemacht als in dieser Sicherung. Nichts hat sich geändert: Beides wird nicht vermischt.',
    },
  },
  copy: {
    lead: 'Um Ihre Tests, Antworten und Zustimmungen ohne Jalon zu lesen oder zu drucken.',
    button: 'Eine Kopie zum Lesen speichern',
    data: 'Die Daten speichern (JSON)',
  },
  readable: {
    title: 'Meine Daten in Jalon',
    made: (day) => `Kopie vom ${day}.`,
    stays: 'Diese Seite gehört Ihnen. Sie sendet nichts.',
    age: (band) => `Angegebenes Alter: ${band}`,
    tests: 'Meine Tests und meine Antworten',
    lessons: 'Meine Lektionen',
    agreements: 'Meine Zustimmungen',
    answer: 'Ihre Antwort:',
    gestures: (count) => (count === 1 ? '1 Handgriff in der Übung' : `${count} Handgriffe in der Übung`),
    helped: 'mit Hilfe',
    opened: 'Geöffnet',
  },
  passphrase: {
    add: 'Einen geheimen Satz hinzufügen',
    why: 'Ohne ihn kann niemand die Datei lesen.',
    danger:
      'Sie auch nicht: Vergessen ist er verloren, und Ihre Daten mit ihm. Deshalb verlangt Jalon keinen.',
    label: 'Ihr geheimer Satz',
    hint: 'Mindestens 8 Buchstaben. Vier zufällige Wörter sind gut. Schreiben Sie ihn auch auf Papier.',
    short: 'Dieser Satz ist zu kurz. Es braucht mindestens 8 Buchstaben.',
    asked: 'Diese Datei verlangt ihren geheimen Satz.',
    open: 'Die Datei öffnen',
  },
  card: {
    section: 'Eine Karte zum Drucken',
    lead: 'Sie passt in die Tasche. Sie bringt Ihre Niveaus auf ein anderes Handy, ohne Internet.',
    make: 'Meine Karte machen',
    bring: 'Ich habe eine gedruckte Karte',
    title: 'Meine Karte',
    what: 'Die Karte bewahrt Ihre Niveaus und was zu wiederholen ist. Ihre Antworten stehen nicht darauf: Die bewahrt die Sicherung.',
    none: 'Machen Sie zuerst einen Test: Die Karte bewahrt seine Niveaus.',
    print: 'Meine Karte drucken',
    label: 'Die Niveaus dieser Karte',
    made: (day) => `Karte vom ${day}`,
    how: 'Richten Sie die Kamera des neuen Handys auf diesen Code.',
    letters: 'Ohne Kamera schreiben Sie diese Buchstaben bei „Ich habe eine gedruckte Karte“ ab.',
    ways: 'Fotografieren Sie den Code, flach und bei gutem Licht. Oder schreiben Sie die Buchstaben ab.',
    photo: 'Den Code fotografieren',
    type: 'Die Buchstaben der Karte',
    read: 'Die Karte lesen',
    take: 'Diese Niveaus übernehmen?',
    yes: 'Ja, übernehmen',
    seen: (count) =>
      count === 0 ? 'Sie sagt nicht, welche Fragen Sie gesehen haben.' : `Schon gesehene Fragen: ${count}.`,
    honest: 'Dabei steht dann „laut einer Karte“. Ein Test, den Sie hier machen, ersetzt sie.',
    done: 'Ihre Niveaus sind da',
    doneMore: 'Sie stehen in Ihrem Profil, „laut einer gedruckten Karte“.',
    noCode:
      'Auf diesem Foto wurde kein Code gelesen. Gehen Sie näher heran, halten Sie die Karte flach, und versuchen Sie es noch einmal.',
    refused: {
      notACard: 'Das ist keine Niveaukarte von Jalon. Sehen Sie nach, ob es die richtige ist.',
      cutCard:
        'Ein Stück fehlt, oder ein Buchstabe ist nicht richtig. Lesen Sie die Karte noch einmal, und versuchen Sie es erneut.',
      newerCard: 'Diese Karte kommt von einem neueren Jalon. Aktualisieren Sie Jalon zuerst.',
    },
  },
  erase: {
    title: 'Meine Daten löschen',
    lead: 'Tests, Antworten, Lektionen, Zustimmungen und Einstellungen verlassen dieses Gerät. Es gibt kein Zurück.',
    shared:
      'Nur Ihre: Die anderen Personen dieses Tablets behalten alles. Was Sie senden wollten, wird trotzdem gesendet.',
    waiting: 'Ein Ergebnis, das Sie senden wollten, ist noch nicht abgeschickt: Es würde auch gelöscht.',
    left: 'Was bei einer Organisation angekommen ist, bleibt dort. Um es zurückzunehmen, sehen Sie zuerst Ihre Zustimmungen an.',
    button: 'Meine Daten löschen',
    sure: 'Ja, alles löschen',
    keep: 'Nein, alles behalten',
    ask: 'Alles von diesem Gerät löschen?',
  },
  failed: 'Das Gerät konnte es nicht tun. Nichts hat sich geändert. Versuchen Sie es noch einmal.',
  bring: 'Ich habe eine Sicherung',
};
