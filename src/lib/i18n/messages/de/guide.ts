import type { Handbook } from '../fr-handbook.ts';

export const guide: Handbook['guide'] = {
  title: 'Eine Sitzung begleiten',
  lead: 'Vier Seiten, vorher zu lesen und zur Hand zu haben.',
  print: 'Die 4 Seiten drucken',
  tools: 'Für Ihre Sitzung',
  page: (at, of) => `Seite ${at} von ${of}`,
  pictures: {
    ready: 'Die Startseite von Jalon sagt „Bereit ohne Internet“.',
    session: 'Der Bereich der Begleitperson: wählen, was die Leute tun, und die Sitzung beginnen.',
    who: '„Wer sind Sie?“, mit Bildern und „Neue Person“.',
    fresh: '„Willkommen“: ein Bild, und ein Spitzname, wenn man möchte.',
    help: 'Eine Frage mit ihrem Tipp, dann „Zeigen Sie es mir“ und „Machen wir es zusammen“.',
    board: 'Die Tabelle der Gruppe: wo alle stehen, und wer um Hilfe gebeten hat.',
    result: 'Das Ergebnis: ein Balken je Bereich.',
    finish: '„Beenden“: seinen Weg behalten oder alles löschen.',
  },
  parts: [
    {
      title: 'Vorher: vorbereiten',
      lead: 'Rechnen Sie eine Stunde für sechs bis acht Personen. Auch diese Anleitung geht ohne Internet.',
      blocks: [
        {
          title: 'Am Vortag, mit Internet',
          items: [
            'Öffnen Sie Jalon auf jedem Gerät. Warten Sie auf „Bereit ohne Internet“.',
            'WLAN aus, Jalon schließen und wieder öffnen. Es muss aufgehen.',
            'Ein Tablet für mehrere? Tippen Sie in Einstellungen auf „Dieses Gerät mehreren Personen leihen“.',
            'Wählen Sie Ihren Code als Begleitperson. Niemand kann ihn wiederfinden: Notieren Sie ihn.',
            'Drucken Sie diese Anleitung und einige Tests auf Papier.',
          ],
        },
        {
          title: 'Welchen Test wählen?',
          items: [
            'Der schnelle Test: ein erster Kontakt, in 5 Minuten.',
            'Der Test der 5 Bereiche: um einen Weg vorzubereiten, in 15 Minuten.',
            'Ein einziges Thema: vor oder nach einem Kurs, in 15 Minuten.',
            'Auf Papier: für alle, die keinen Bildschirm möchten.',
          ],
        },
        {
          title: 'Der Raum',
          items: [
            'Ein Platz für jede Person, kein Spiegeln, ein Stuhl in der richtigen Höhe.',
            'Abstand zwischen den Plätzen: Alle antworten für sich.',
            'Eine ruhige Ecke, um zu zweit über ein Ergebnis zu sprechen.',
            'Steckdosen, Kopfhörer, Stifte, eine Lupe, ein Tuch für die Bildschirme.',
          ],
        },
        {
          title: 'Kurz bevor die Tür aufgeht',
          items: [
            'Die Geräte sind geladen und sauber.',
            'Jedes sagt „Bereit ohne Internet“.',
            'Der Bildschirm ist hell, der Ton laut genug.',
            'Die Sitzung ist im Bereich der Begleitperson begonnen.',
            'Blätter und Stifte liegen auf dem Tisch.',
          ],
        },
      ],
    },
    {
      title: 'Empfangen: eine Minute für jede Person',
      lead: 'Wer sich sicher fühlt, zeigt, was er kann. Die erste Minute entscheidet.',
      blocks: [
        {
          title: 'Das Gerät in 60 Sekunden übergeben',
          items: [
            'Setzen Sie sich neben die Person, nie gegenüber.',
            'Tippen Sie auf „Neue Person“ und geben Sie das Tablet. Danach Hände weg.',
            'Die Person wählt ein Bild und, wenn sie möchte, einen Spitznamen.',
            'Zeigen Sie zwei Knöpfe: „Ich weiß es nicht“ und „Ein Tipp“.',
            'Bleiben Sie bei der ersten Frage. Gehen Sie, wenn sie fertig ist.',
          ],
        },
        {
          title: 'Worte, die helfen',
          items: [
            'Das ist keine Prüfung. Wir suchen, wo wir anfangen.',
            'Niemand weiß alles. „Ich weiß es nicht“ ist eine gute Antwort.',
            'Nehmen Sie sich Zeit. Hier geht nichts kaputt, hier wird nichts gekauft.',
            'Namen, Nachrichten und Seiten sind erfunden.',
            'Möchten Sie die Fragen hören? Tippen Sie auf „Anhören“.',
          ],
        },
        {
          title: 'Was Sie zu den Daten sagen',
          items: [
            'Kein echter Name, keine E-Mail-Adresse, kein Konto.',
            'Alles bleibt auf diesem Gerät, unter Verschluss.',
            'Sie sehen Spitzname, Niveaus und Stand. Nie die Antworten.',
            'Nichts wird ohne ein Ja gesendet. Ein Nein ändert nichts an der Hilfe.',
            'Unter 15 Jahren muss ein Elternteil dem Senden zustimmen.',
            'Am Ende wählt die Person: behalten oder alles löschen.',
          ],
        },
        {
          title: 'Jemand zögert?',
          items: [
            'Machen Sie eine Frage zusammen, ohne etwas zu zählen.',
            'Bieten Sie den Test auf Papier an.',
            'Nehmen Sie ein Nein an. Beim nächsten Mal steht die Tür offen.',
          ],
        },
      ],
    },
    {
      title: 'Während: helfen, ohne es abzunehmen',
      lead: 'Ihre nützlichste Hilfe ist oft, ein wenig zu warten.',
      blocks: [
        {
          title: 'Wer braucht Hilfe?',
          items: [
            'Gehen Sie alle fünf Minuten durch den Raum.',
            'Sehen Sie auf die Hände: Wer nicht mehr tippt, wartet vielleicht.',
            'Ein Seufzer, ein verlegenes Lachen, ein Blick zur Seite: Kommen Sie näher.',
            '„Ich brauche Hilfe“ hinterlässt ein Zeichen in der Tabelle der Gruppe.',
            'Mehrere Geräte? Die Person tippt auf „Zeigen, wie weit ich bin“. Lesen Sie den Code in „Die Gruppe“.',
            'Diese Zeile sagt, wann gelesen wurde: Sie ändert sich nicht von selbst. Lesen Sie neu, um sie zu aktualisieren.',
            'Im selben WLAN? „Ein Tablet live verbinden“: Die Zeile ändert sich dann von selbst.',
          ],
        },
        {
          title: 'Die Leiter der Hilfe, Sprosse für Sprosse',
          items: [
            'Warten Sie. Zählen Sie in Gedanken bis zehn.',
            'Fragen Sie: „Wonach wird gefragt?“ Lassen Sie noch einmal lesen oder hören.',
            'Bieten Sie „Ein Tipp“ an. Die Antwort zählt noch.',
            'Bieten Sie „Zeigen Sie es mir“ an: Jalon macht es vor.',
            'Bieten Sie „Machen wir es zusammen“ an, Schritt für Schritt.',
            'Ab „Zeigen Sie es mir“ gilt die Frage als noch zu lernen. Das ist gut so.',
          ],
        },
        {
          title: 'Was Sie besser lassen',
          items: [
            'Das Tablet oder die Maus aus der Hand nehmen.',
            'Die Antwort vorsagen: Dann hilft das Ergebnis niemandem mehr.',
            'Sagen: „das ist leicht“, „das ist falsch“ oder „beeilen Sie sich“.',
            'Zwei Personen vergleichen, auch nicht als Lob.',
            'Ein echtes Passwort in eine Übung tippen lassen.',
          ],
        },
        {
          title: 'Müde, und Pausen',
          items: [
            '„Unterbrechen“ behält alles. Es geht bei derselben Frage weiter.',
            'Nach 5 Minuten ohne Berührung fragt Jalon „Sind Sie noch da?“. Nichts geht verloren.',
            'Nach mehreren schweren Fragen wechselt Jalon von selbst das Thema.',
            'Lieber früh mit einem Erfolg aufhören als spät mit einem Misserfolg.',
          ],
        },
      ],
    },
    {
      title: 'Danach: lesen, entscheiden, aufräumen',
      lead: 'Fünf Minuten zu zweit mit dem Blatt sind mehr wert als der Test.',
      blocks: [
        {
          title: 'Das Blatt zusammen lesen',
          items: [
            'Beginnen Sie mit „Ich kann“. Fragen Sie nach einem Beispiel aus dem Leben.',
            'Zeigen Sie die Balken: voll heißt gekonnt, gestreift heißt Zweifel.',
            'Ein Niveau ist keine Note. Es sagt, wo man anfängt.',
            'Fragen Sie: „Womit möchten Sie anfangen?“ Die Person wählt.',
            'Schreiben Sie den nächsten Termin auf. Der Code der Lektion steht auf dem Blatt.',
          ],
        },
        {
          title: 'Im Bereich der Begleitperson',
          items: [
            'Die Gruppe: wer fertig ist, wer um Hilfe bat, auf welchem Niveau.',
            'Gruppen nach Bedarf: wen Sie zum selben Kurs einladen.',
            'Begleitung: der vereinbarte Kurs und Ihre Notizen, die nur Sie lesen.',
            'Tätigkeitsbericht: Zahlen ohne einen Namen, in einer Datei.',
          ],
        },
        {
          title: 'Gut abschließen',
          items: [
            'Jede Person tippt auf „Beenden“ und behält oder löscht ihren Weg.',
            'Behalten: mit 4 Bildern zum Merken oder einer Karte zum Mitnehmen.',
            'Gelöscht ist endgültig gelöscht. Bildschirme wischen, Geräte laden.',
          ],
        },
        {
          title: 'Wenn etwas hakt',
          items: [
            'Noch nicht bereit',
            'Einmal wird Internet gebraucht. Der Hotspot eines Telefons reicht.',
            'Nichts bewegt sich mehr',
            'Schließen Sie Jalon und öffnen Sie es wieder. Die Antworten sind da.',
            'Zu klein, zu blass',
            'In Einstellungen: Schriftgröße und starker Kontrast.',
            'Keine Stimme',
            'Machen Sie den Ton lauter. Hat das Gerät keine Stimme, lesen Sie vor.',
            'Code aus Bildern vergessen',
            'Niemand kann ihn wiederfinden. Beginnen Sie einen neuen Weg.',
            'Kein Platz mehr',
            'Löschen Sie Fotos oder Apps und versuchen Sie es noch einmal.',
          ],
        },
        {
          title: 'Auf Papier',
          items: [
            'Drucken Sie „Test auf Papier“: ein Blatt, beide Seiten. Die Person kreuzt an, Sie bewerten nichts.',
            'Dann „Einen Test auf Papier übertragen“: Code des Blattes eintippen, angekreuzte Buchstaben antippen.',
            'Ergebnis und Blatt sind dieselben wie am Bildschirm.',
          ],
        },
      ],
    },
  ],
};
