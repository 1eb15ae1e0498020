import type { StaffText } from '../fr/organisation.ts';

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** The staff's pages in Dutch. */
export const organisation: StaffText = {
  space: 'Voor de teams',
  skip: 'Naar de inhoud',
  pageTitle: (title) => `${title} – Jalon, voor de teams`,
  language: 'Taal',
  signedInAs: (name) => `Aangemeld: ${name}`,
  signOut: 'Afmelden',

  signIn: {
    title: 'Aanmelden',
    intro: 'Deze pagina is voor de teams. Om uw vaardigheden te meten is er geen account nodig.',
    toLearner: 'Mijn vaardigheden meten',
    email: 'E-mailadres',
    password: 'Wachtwoord',
    submit: 'Aanmelden',
    wrongCredentials: 'Het adres of het wachtwoord klopt niet. Kijk beide na en probeer opnieuw.',
    tooManyTries: 'Te veel pogingen. Wacht een minuut en probeer opnieuw.',
  },

  organisations: {
    title: 'Uw organisaties',
    intro: 'Kies de organisatie waarvoor u werkt.',
  },

  campaigns: {
    title: 'Campagnes',
    create: 'Een campagne openen',
    emptyTitle: 'Nog geen campagne.',
    empty: 'Open een campagne: u krijgt een code en een affiche om te tonen.',
    emptyMediator: 'Een verantwoordelijke van uw organisatie kan er een openen.',
    name: 'Titel',
    code: 'Code',
    asks: 'Wat gevraagd wordt',
    people: 'Personen',
    state: 'Toestand',
    open: 'open',
    closed: (day) => `gesloten op ${day}`,
    over: (day) => `afgelopen op ${day}`,
  },
  asks: { levels: 'de niveaus', answers: 'de antwoorden' },

  create: {
    title: 'Een campagne openen',
    titleFr: 'Titel, in het Frans',
    titleEn: 'Titel, in het Engels',
    titleHint: 'Kort, zoals “Bilan de rentrée”.',
    purposeFr: 'Waarvoor dit dient, in het Frans',
    purposeEn: 'Waarvoor dit dient, in het Engels',
    purposeHint: 'Iedereen leest deze zin voor hij of zij ja zegt.',
    englishHint: 'Leeg: de Franse tekst wordt getoond.',
    asks: 'Wat gevraagd wordt',
    asksLevels: 'Alleen de niveaus',
    asksLevelsHint: 'Vijf niveaus, de bijnaam en de dag. Genoeg om iemand te oriënteren.',
    asksAnswers: 'De niveaus en de antwoorden',
    asksAnswersHint: 'Ook het antwoord op elke oefening. Alleen te vragen voor een fijnere analyse.',
    retention: 'Bewaartijd',
    months: (number) => count(number, 'maand', 'maanden'),
    retentionHint: 'Na die tijd wordt alles wat ontvangen is gewist.',
    length: 'Open gedurende',
    submit: 'De campagne openen',
    faults: 'De campagne is nog niet open. Verbeter deze velden:',
    required: 'Schrijf hier enkele woorden.',
    tooLong: 'Hoogstens 200 tekens.',
    choose: 'Kies een antwoord.',
  },

  campaign: {
    back: 'Alle campagnes',
    toJoin: 'Om mee te doen',
    codeHint: 'In te tikken in de app, met een netwerk.',
    qrHint: 'Te scannen: werkt ook zonder netwerk als de app al op het toestel staat.',
    qr: (title) => `QR-code om mee te doen met “${title}”`,
    localOnly: 'Deze QR-code leidt alleen naar deze computer. Geef Jalon voor telefoons een https-adres.',
    poster: 'Affiche om af te drukken',
    card: 'Kaart om te kopiëren (bestand)',
    link: 'Link om mee te doen',
    purpose: 'Doel',
    retention: 'Bewaartijd',
    close: 'De campagne sluiten',
    closeTitle: 'Deze campagne sluiten',
    closeHint: 'Niemand kan er dan nog aan meedoen. Wat al aanvaard is, kan nog aankomen.',
    closed: 'De campagne is gesloten. Niemand kan er nog aan meedoen.',
    received: 'Wat verstuurd is',
    export: 'Exporteren als CSV',
    emptyTitle: 'Nog niemand heeft een resultaat verstuurd.',
    emptySteps: [
      'Druk de affiche af, of toon de code op het scherm.',
      'Elke persoon doet de test op het eigen toestel, ook zonder netwerk.',
      'Die kiest om te versturen of niet. Wat verstuurd wordt, komt hier aan.',
    ],
    withdrawn: (number) =>
      number === 1
        ? '1 persoon heeft het akkoord ingetrokken en wordt niet meer getoond.'
        : `${number} personen hebben het akkoord ingetrokken en worden niet meer getoond.`,
  },

  parcels: {
    title: 'Een bestand met resultaten ontvangen',
    intro: 'Heeft iemand u een bestand gegeven? Het eindigt op “.jalon-colis”.',
    file: 'Bestand met resultaten',
    submit: 'Ontvangen',
    done: 'Binnengekomen',
    fresh: (number) => count(number, 'nieuw resultaat', 'nieuwe resultaten'),
    known: (number) => count(number, 'resultaat was er al', 'resultaten waren er al'),
    held: (number) =>
      count(
        number,
        'resultaat bewaard, een vroeger ontbreekt nog',
        'resultaten bewaard, een vroeger ontbreekt nog',
      ),
    refused: (number) => count(number, 'resultaat geweigerd', 'resultaten geweigerd'),
    receipts: 'Ontvangstbewijzen (bestand)',
    receiptsHint: 'Geef dit bestand terug aan wie u de resultaten bracht.',
    faults: {
      noFile: 'Kies eerst een bestand.',
      notAPack: 'Dit bestand is iets anders. Zoek het bestand dat eindigt op “.jalon-colis”.',
      newerPack: 'Dit bestand komt van een nieuwere Jalon. Werk deze server bij.',
      cutPack: 'Het einde van dit bestand ontbreekt. Vraag het nog een keer.',
      damagedPack: 'Dit bestand is beschadigd. Vraag het nog een keer.',
      tooLarge: 'Dit bestand is te groot om van Jalon te komen.',
      emptyPack: 'In dit bestand zit geen enkel resultaat.',
    },
    reasons: {
      notAParcel: 'deze server kent het formaat niet',
      unknownOrganisation: 'de organisatie staat niet op deze server',
      unknownKey: 'verzegeld voor een andere sleutel',
      doesNotOpen: 'onderweg beschadigd',
      notEnrolled: 'het toestel toonde geen geldige kaart',
      wrongSignature: 'de handtekening is niet die van het toestel',
      brokenChain: 'de keten van de verzendingen is gebroken',
      forked: 'een andere reeks van hetzelfde toestel is er al',
    },
  },

  table: {
    caption: (shown, all) =>
      shown === all
        ? count(all, 'verzending', 'verzendingen')
        : `${shown} van ${count(all, 'verzending', 'verzendingen')}`,
    filter: 'Een bijnaam zoeken',
    apply: 'Zoeken',
    clear: 'Alles tonen',
    nothing: 'Geen enkele bijnaam past.',
    nickname: 'Bijnaam',
    day: 'Dag',
    verdict: 'Controle',
    sortBy: (column) => `Sorteren op: ${column}`,
    hint: 'Balk: niveau van 0 tot 8. Streep: het echte niveau ligt daar 9 keer op 10.',
    scrolls: 'Tabel van de verzendingen, schuift opzij',
  },

  overview: {
    title: 'Overzicht van de groep',
    intro: (people) => `Aantal personen op elk niveau, van ${people}. De laatste verzending van elk telt.`,
    tooFew: 'De cijfers van de groep verschijnen vanaf 5 personen, zodat niemand herkend wordt.',
    area: 'Domein',
    level: (level) => `Niveau ${level}`,
    median: 'Middelste niveau',
    medianShort: (level) => `midden: ${level}`,
    asTable: 'Dezelfde cijfers in een tabel',
    picture: (name, spread) => `${name}: ${spread}.`,
    peopleAt: (people, level) => `${count(people, 'persoon', 'personen')} op niveau ${level}`,
  },

  participation: {
    levels: 'Niveaus',
    level: 'Niveau',
    certainty: 'Zekerheid',
    certaintyHint: 'Zekerheid: de kans dat het precies dit niveau is.',
    unmeasured: 'niet gemeten',
    shared: 'Wat gedeeld is',
    scopeLevels: 'De vijf niveaus, de bijnaam en de dag. Niet de antwoorden.',
    scopeAnswers: (answers) =>
      `De niveaus, de bijnaam, de dag en ${count(answers, 'antwoord', 'antwoorden')}.`,
    never: 'Nooit: de naam, de leeftijd, de gebruikte tijd, de ingetikte teksten.',
    received: 'Ontvangen op',
    content: 'Gebruikte inhoud',
    snapshot: 'Dit is een foto van de dag van verzending. Latere vooruitgang wordt niet doorgegeven.',
    indicative: 'Deze niveaus zijn een aanwijzing. Praat erover met de persoon voor u beslist.',
    back: 'Alle verzendingen',
  },
  verdicts: {
    stated: {
      label: 'verklaard door het toestel',
      hint: 'Het toestel heeft deze niveaus ondertekend; de server kan ze niet narekenen.',
    },
    verified: {
      label: 'gecontroleerd',
      hint: 'De server heeft deze niveaus uit de antwoorden nagerekend, en vindt dezelfde.',
    },
    differs: {
      label: 'anders nagerekend',
      hint: 'De server vindt andere niveaus uit de ontvangen antwoorden.',
    },
    notVerifiable: {
      label: 'hier niet te controleren',
      hint: 'Deze server heeft de gebruikte versie van de app niet.',
    },
  },

  poster: {
    title: (title) => `Affiche: ${title}`,
    print: 'De affiche afdrukken',
    headline: 'Hoe ver staat u met de digitale wereld?',
    steps: [
      'Neem een telefoon of een tablet.',
      'Scan deze tekening, of open het adres en tik de code in.',
      'Doe tien kleine oefeningen. Zonder account, zonder punten.',
      'Op het einde kiest u om te versturen of niet.',
    ],
    by: 'Aangeboden door',
    why: 'Waarom',
    sent: 'Wat vertrekt als u ja zegt',
    sentLevels: 'Uw vijf niveaus, uw bijnaam en de datum.',
    sentAnswers: 'Uw niveaus, uw antwoorden, uw bijnaam en de datum.',
    kept: (months) => `${count(months, 'maand', 'maanden')} bewaard, daarna gewist.`,
    address: 'Adres',
    code: 'Code',
  },

  areas: {
    '1': { name: 'Informatie en gegevens', short: 'Informatie' },
    '2': { name: 'Communicatie en samenwerking', short: 'Communicatie' },
    '3': { name: 'Inhoud maken', short: 'Inhoud' },
    '4': { name: 'Bescherming en veiligheid', short: 'Bescherming' },
    '5': { name: 'Digitale omgeving', short: 'Omgeving' },
  },
  competence: (id) => `Competentie ${id}`,
  levelSaid: (level, low, high) => `niveau ${level} van de 8, waarschijnlijk tussen ${low} en ${high}`,

  errors: {
    403: {
      title: 'Deze pagina staat niet open voor uw account',
      text: 'Vraag het aan een verantwoordelijke van uw organisatie.',
    },
    404: {
      title: 'Deze pagina bestaat niet',
      text: 'De link is misschien oud, of de verzending is ingetrokken.',
    },
    other: {
      title: 'De pagina kon niet getoond worden',
      text: 'Er is niets verloren. Probeer het zo dadelijk opnieuw.',
    },
    id: (id) => `Kenmerk voor de hulpdienst: ${id}`,
    home: 'Terug naar de campagnes',
  },
};
