import type { StaffText } from '../fr/organisation.ts';

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** The staff's pages in German. */
export const organisation: StaffText = {
  space: 'Für die Teams',
  skip: 'Zum Inhalt',
  pageTitle: (title) => `${title} – Jalon, für die Teams`,
  language: 'Sprache',
  signedInAs: (name) => `Angemeldet: ${name}`,
  signOut: 'Abmelden',

  signIn: {
    title: 'Anmelden',
    intro: 'Diese Seite ist für die Teams. Um Ihre Kenntnisse zu messen, brauchen Sie kein Konto.',
    toLearner: 'Meine Kenntnisse messen',
    email: 'E-Mail-Adresse',
    password: 'Passwort',
    submit: 'Anmelden',
    wrongCredentials:
      'Die Adresse oder das Passwort stimmt nicht. Prüfen Sie beides und versuchen Sie es noch einmal.',
    tooManyTries: 'Zu viele Versuche. Warten Sie eine Minute und versuchen Sie es noch einmal.',
  },

  organisations: {
    title: 'Ihre Organisationen',
    intro: 'Wählen Sie die Organisation, für die Sie arbeiten.',
  },

  campaigns: {
    title: 'Kampagnen',
    create: 'Eine Kampagne eröffnen',
    emptyTitle: 'Noch keine Kampagne.',
    empty: 'Eröffnen Sie eine Kampagne: Sie bekommen einen Code und ein Plakat zum Zeigen.',
    emptyMediator: 'Eine verantwortliche Person Ihrer Organisation kann eine eröffnen.',
    name: 'Titel',
    code: 'Code',
    asks: 'Was gefragt wird',
    people: 'Personen',
    state: 'Stand',
    open: 'offen',
    closed: (day) => `geschlossen am ${day}`,
    over: (day) => `beendet am ${day}`,
  },
  asks: { levels: 'die Niveaus', answers: 'die Antworten' },

  create: {
    title: 'Eine Kampagne eröffnen',
    titleFr: 'Titel, auf Französisch',
    titleEn: 'Titel, auf Englisch',
    titleHint: 'Kurz, wie „Bilan de rentrée“.',
    purposeFr: 'Wozu es dient, auf Französisch',
    purposeEn: 'Wozu es dient, auf Englisch',
    purposeHint: 'Jede Person liest diesen Satz, bevor sie Ja sagt.',
    englishHint: 'Leer: Der französische Text wird gezeigt.',
    asks: 'Was gefragt wird',
    asksLevels: 'Nur die Niveaus',
    asksLevelsHint: 'Fünf Niveaus, der Spitzname und der Tag. Genug für eine Orientierung.',
    asksAnswers: 'Die Niveaus und die Antworten',
    asksAnswersHint: 'Auch die Antwort auf jede Übung. Nur für eine genauere Analyse zu fragen.',
    retention: 'Aufbewahrung',
    months: (number) => count(number, 'Monat', 'Monate'),
    retentionHint: 'Nach dieser Zeit wird alles Empfangene gelöscht.',
    length: 'Offen während',
    submit: 'Die Kampagne eröffnen',
    faults: 'Die Kampagne ist noch nicht eröffnet. Verbessern Sie diese Felder:',
    required: 'Schreiben Sie hier einige Wörter.',
    tooLong: 'Höchstens 200 Zeichen.',
    choose: 'Wählen Sie eine Antwort.',
  },

  campaign: {
    back: 'Alle Kampagnen',
    toJoin: 'Zum Mitmachen',
    codeHint: 'In die App einzutippen, mit einem Netz.',
    qrHint: 'Zum Scannen: Geht auch ohne Netz, wenn die App schon auf dem Gerät ist.',
    qr: (title) => `QR-Code zum Mitmachen bei „${title}“`,
    localOnly:
      'Dieser QR-Code führt nur zu diesem Computer. Geben Sie Jalon für Telefone eine https-Adresse.',
    poster: 'Plakat zum Drucken',
    card: 'Karte zum Kopieren (Datei)',
    link: 'Link zum Mitmachen',
    purpose: 'Zweck',
    retention: 'Aufbewahrung',
    close: 'Die Kampagne schließen',
    closeTitle: 'Diese Kampagne schließen',
    closeHint: 'Niemand kann dann noch mitmachen. Was schon angenommen ist, kann noch ankommen.',
    closed: 'Die Kampagne ist geschlossen. Niemand kann mehr mitmachen.',
    received: 'Was gesendet wurde',
    export: 'Als CSV exportieren',
    emptyTitle: 'Noch niemand hat ein Ergebnis gesendet.',
    emptySteps: [
      'Drucken Sie das Plakat, oder zeigen Sie den Code auf dem Bildschirm.',
      'Jede Person macht den Test auf dem eigenen Gerät, auch ohne Netz.',
      'Sie entscheidet, ob sie sendet. Was sie sendet, kommt hier an.',
    ],
    withdrawn: (number) =>
      number === 1
        ? '1 Person hat ihre Zustimmung zurückgenommen und wird nicht mehr gezeigt.'
        : `${number} Personen haben ihre Zustimmung zurückgenommen und werden nicht mehr gezeigt.`,
  },

  parcels: {
    title: 'Eine Datei mit Ergebnissen annehmen',
    intro: 'Hat Ihnen jemand eine Datei gegeben? Sie endet auf „.jalon-colis“.',
    file: 'Datei mit Ergebnissen',
    submit: 'Annehmen',
    done: 'Angekommen',
    fresh: (number) => count(number, 'neues Ergebnis', 'neue Ergebnisse'),
    known: (number) => count(number, 'Ergebnis war schon da', 'Ergebnisse waren schon da'),
    held: (number) =>
      count(
        number,
        'Ergebnis aufbewahrt, ein früheres fehlt noch',
        'Ergebnisse aufbewahrt, ein früheres fehlt noch',
      ),
    refused: (number) => count(number, 'Ergebnis abgelehnt', 'Ergebnisse abgelehnt'),
    receipts: 'Empfangsbestätigungen (Datei)',
    receiptsHint: 'Geben Sie diese Datei der Person zurück, die Ihnen die Ergebnisse gebracht hat.',
    faults: {
      noFile: 'Wählen Sie zuerst eine Datei.',
      notAPack: 'Diese Datei ist etwas anderes. Suchen Sie die, die auf „.jalon-colis“ endet.',
      newerPack: 'Diese Datei kommt von einem neueren Jalon. Aktualisieren Sie diesen Server.',
      cutPack: 'Das Ende dieser Datei fehlt. Bitten Sie noch einmal darum.',
      damagedPack: 'Diese Datei ist beschädigt. Bitten Sie noch einmal darum.',
      tooLarge: 'Diese Datei ist zu groß, um von Jalon zu kommen.',
      emptyPack: 'In dieser Datei ist kein Ergebnis.',
    },
    reasons: {
      notAParcel: 'dieser Server kennt das Format nicht',
      unknownOrganisation: 'die Organisation ist nicht auf diesem Server',
      unknownKey: 'für einen anderen Schlüssel versiegelt',
      doesNotOpen: 'unterwegs beschädigt',
      notEnrolled: 'das Gerät hat keine gültige Karte gezeigt',
      wrongSignature: 'die Unterschrift ist nicht die des Geräts',
      brokenChain: 'die Kette der Sendungen ist unterbrochen',
      forked: 'eine andere Folge desselben Geräts ist schon hier',
    },
  },

  table: {
    caption: (shown, all) =>
      shown === all
        ? count(all, 'Sendung', 'Sendungen')
        : `${shown} von ${count(all, 'Sendung', 'Sendungen')}`,
    filter: 'Einen Spitznamen suchen',
    apply: 'Suchen',
    clear: 'Alles zeigen',
    nothing: 'Kein Spitzname passt.',
    nickname: 'Spitzname',
    day: 'Tag',
    verdict: 'Prüfung',
    sortBy: (column) => `Ordnen nach: ${column}`,
    hint: 'Balken: Niveau von 0 bis 8. Strich: Das wirkliche Niveau liegt 9 von 10 Mal darin.',
    scrolls: 'Tabelle der Sendungen, lässt sich seitlich schieben',
  },

  overview: {
    title: 'Überblick über die Gruppe',
    intro: (people) =>
      `Zahl der Personen auf jedem Niveau, von ${people}. Die letzte Sendung jeder Person zählt.`,
    tooFew: 'Die Zahlen der Gruppe erscheinen ab 5 Personen, damit niemand erkannt wird.',
    area: 'Bereich',
    level: (level) => `Niveau ${level}`,
    median: 'Mittleres Niveau',
    medianShort: (level) => `Mitte: ${level}`,
    asTable: 'Dieselben Zahlen als Tabelle',
    picture: (name, spread) => `${name}: ${spread}.`,
    peopleAt: (people, level) => `${count(people, 'Person', 'Personen')} auf Niveau ${level}`,
  },

  participation: {
    levels: 'Niveaus',
    level: 'Niveau',
    certainty: 'Sicherheit',
    certaintyHint: 'Sicherheit: die Wahrscheinlichkeit, dass es genau dieses Niveau ist.',
    unmeasured: 'nicht gemessen',
    shared: 'Was geteilt wurde',
    scopeLevels: 'Die fünf Niveaus, der Spitzname und der Tag. Nicht die Antworten.',
    scopeAnswers: (answers) =>
      `Die Niveaus, der Spitzname, der Tag und ${count(answers, 'Antwort', 'Antworten')}.`,
    never: 'Nie: der Name, das Alter, die gebrauchte Zeit, die getippten Texte.',
    received: 'Angekommen am',
    content: 'Benutzter Inhalt',
    snapshot: 'Das ist ein Bild vom Tag des Sendens. Spätere Fortschritte werden nicht übermittelt.',
    indicative:
      'Diese Niveaus sind ein Anhaltspunkt. Sprechen Sie mit der Person darüber, bevor Sie entscheiden.',
    back: 'Alle Sendungen',
  },
  verdicts: {
    stated: {
      label: 'vom Gerät angegeben',
      hint: 'Das Gerät hat diese Niveaus unterschrieben; der Server kann sie nicht nachrechnen.',
    },
    verified: {
      label: 'geprüft',
      hint: 'Der Server hat diese Niveaus aus den Antworten nachgerechnet und findet dieselben.',
    },
    differs: {
      label: 'anders nachgerechnet',
      hint: 'Der Server findet aus den empfangenen Antworten andere Niveaus.',
    },
    notVerifiable: {
      label: 'hier nicht prüfbar',
      hint: 'Dieser Server hat die benutzte Version der App nicht.',
    },
  },

  poster: {
    title: (title) => `Plakat: ${title}`,
    print: 'Das Plakat drucken',
    headline: 'Wie gut kommen Sie in der digitalen Welt zurecht?',
    steps: [
      'Nehmen Sie ein Telefon oder ein Tablet.',
      'Scannen Sie diese Zeichnung, oder öffnen Sie die Adresse und tippen Sie den Code ein.',
      'Machen Sie zehn kleine Übungen. Ohne Konto, ohne Noten.',
      'Am Ende entscheiden Sie, ob Sie senden.',
    ],
    by: 'Angeboten von',
    why: 'Wozu',
    sent: 'Was gesendet wird, wenn Sie Ja sagen',
    sentLevels: 'Ihre fünf Niveaus, Ihr Spitzname und das Datum.',
    sentAnswers: 'Ihre Niveaus, Ihre Antworten, Ihr Spitzname und das Datum.',
    kept: (months) => `${count(months, 'Monat', 'Monate')} aufbewahrt, dann gelöscht.`,
    address: 'Adresse',
    code: 'Code',
  },

  areas: {
    '1': { name: 'Information und Daten', short: 'Informationen' },
    '2': { name: 'Kommunikation und Zusammenarbeit', short: 'Kommunikation' },
    '3': { name: 'Inhalte erstellen', short: 'Inhalte' },
    '4': { name: 'Schutz und Sicherheit', short: 'Schutz' },
    '5': { name: 'Digitale Umgebung', short: 'Umgebung' },
  },
  competence: (id) => `Kompetenz ${id}`,
  levelSaid: (level, low, high) => `Niveau ${level} von 8, wahrscheinlich zwischen ${low} und ${high}`,

  errors: {
    403: {
      title: 'Diese Seite ist für Ihr Konto nicht offen',
      text: 'Fragen Sie eine verantwortliche Person Ihrer Organisation.',
    },
    404: {
      title: 'Diese Seite gibt es nicht',
      text: 'Der Link ist vielleicht alt, oder die Sendung wurde zurückgenommen.',
    },
    other: {
      title: 'Die Seite konnte nicht gezeigt werden',
      text: 'Nichts ist verloren. Versuchen Sie es gleich noch einmal.',
    },
    id: (id) => `Kennzeichen für die Hilfe: ${id}`,
    home: 'Zurück zu den Kampagnen',
  },
};
