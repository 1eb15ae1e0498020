import type { Handbook } from '../fr-handbook.ts';

export const accessibility: Handbook['accessibility'] = {
  title: 'Erklärung zur Barrierefreiheit',
  lead: 'Jalon will für alle da sein. Das wird geprüft, und das ist noch nicht in Ordnung.',
  sections: [
    {
      title: 'Worum es auf dieser Seite geht',
      lines: [
        'Um die Anwendung Jalon, so wie die Organisation, die sie Ihnen anbietet, sie eingerichtet hat.',
        'Die Regeln: die europäische Norm EN 301 549 und die WCAG 2.2, Stufe AA. In Belgien das Gesetz vom 19. Juli 2018 und die Dekrete und Ordonnanzen der Gliedstaaten. In Frankreich Artikel 47 des Gesetzes vom 11. Februar 2005 und der RGAA 4.1.',
      ],
    },
    {
      title: 'Stand der Vereinbarkeit',
      lines: [
        'Jalon ist teilweise vereinbar, nach dem Urteil derer, die es machen. Sonst hat es niemand geprüft.',
        'In Frankreich gilt ein Dienst ohne RGAA-Prüfung als nicht vereinbar. Das gilt also auch hier.',
      ],
    },
    {
      title: 'Was bei jeder Version geprüft wird',
      lines: [
        'Die Bildschirme mit dem automatischen Werkzeug axe, hell und dunkel.',
        'Ein ganzer Weg nur mit der Tastatur, und jede Übung mit dem Finger und mit der Tastatur.',
        'Die Anzeige auf einem Bildschirm von 320 Pixeln, und jedes Ziel mindestens 56 Pixel hoch.',
        'Der Fokus, immer sichtbar. Keine Zeitgrenze, außer bei der Probeprüfung.',
      ],
    },
    {
      title: 'Was noch nicht in Ordnung ist',
      lines: [
        'Kein Versuch mit Menschen, die täglich einen Bildschirmleser benutzen.',
        'Einige Übungen verlangen zu sehen: ein Foto bearbeiten, eine Stelle auf einem Bild treffen.',
        'Das Vorlesen hängt von der Stimme des Geräts ab. Manche haben keine.',
        'Die Übungen gibt es nur auf Französisch und Englisch. Nichts ist in Gebärdensprache.',
        'Die Texte sind einfach, aber nicht als „Leichte Sprache“ geprüft.',
        'Gedruckte oder als PDF gespeicherte Blätter sind nicht für Bildschirmleser geprüft.',
      ],
    },
    {
      title: 'Wie diese Seite entsteht',
      lines: [
        'Geschrieben am 30. November 2026 nach einer Selbstbewertung. Sie ist jedes Jahr zu überprüfen.',
        'Eine unverhältnismäßige Belastung wird nicht geltend gemacht.',
      ],
    },
    {
      title: 'Schreiben Sie uns',
      lines: [
        'Kommen Sie auf einer Seite nicht weiter? Sagen Sie es Ihrer Begleitperson, oder schreiben Sie dem Team mit dem Knopf unten.',
        'Die Organisation gibt Ihnen, was Sie suchen, in anderer Form: auf Papier oder mit jemandem zusammen.',
      ],
    },
    {
      title: 'Wenn die Antwort nicht genügt',
      lines: [
        'In Belgien: der föderale Ombudsmann (foederalerombudsmann.be); in der Wallonie und der Föderation Wallonie-Brüssel le-mediateur.be (rue Lucien Namèche 54, 5000 Namur); in Brüssel ombuds.brussels; in Flandern vlaamseombudsdienst.be.',
        'In Frankreich: der Défenseur des droits (defenseurdesdroits.fr), online, über Beauftragte in Ihrer Nähe oder per Brief.',
      ],
    },
  ],
};
