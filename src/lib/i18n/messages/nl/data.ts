import type { Dictionary } from '../fr.ts';

export const data: Dictionary['data'] = {
  title: 'Mijn gegevens',
  lead: 'Alles staat op dit toestel, en nergens anders zonder uw akkoord.',
  kept: {
    title: 'Wat hier bewaard is',
    nickname: (name) => `Bijnaam: ${name}`,
    attempts: (count) => (count === 1 ? '1 test of oefenbeurt' : `${count} tests of oefenbeurten`),
    answers: (count) => (count === 1 ? '1 antwoord' : `${count} antwoorden`),
    lessons: (count) => (count === 1 ? '1 les geopend' : `${count} lessen geopend`),
    agreements: (count) =>
      count === 0
        ? 'Er is geen resultaat verzonden'
        : count === 1
          ? '1 akkoord om te verzenden'
          : `${count} akkoorden om te verzenden`,
    card: (count) =>
      count === 1 ? '1 niveau van een afgedrukte kaart' : `${count} niveaus van een afgedrukte kaart`,
    size: (size) => `Gebruikte ruimte: ${size}`,
    none: 'Nog niets.',
  },
  agreements: 'Mijn akkoorden bekijken of terugnemen',
  save: {
    title: 'Een reservekopie bewaren',
    lead: 'Eén bestand, voor een nieuw toestel. Leg het op een veilige plaats: uw antwoorden staan erin.',
    button: 'De reservekopie opslaan',
    done: 'De reservekopie staat bij uw downloads.',
  },
  restore: {
    title: 'Een reservekopie terugzetten',
    lead: 'Kies het bestand van uw reservekopie. De naam begint met “jalon-sauvegarde”.',
    button: 'Het bestand kiezen',
    done: 'Uw gegevens zijn er.',
    nothing: 'Alles stond hier al. Er is niets veranderd.',
    refused: {
      notABackup: 'Dit bestand is geen reservekopie van Jalon. Kies een ander.',
      cutShort: 'Het einde van dit bestand ontbreekt. Kopieer het opnieuw van het oude toestel.',
      newerBackup: 'Deze reservekopie komt van een nieuwere Jalon. Werk Jalon eerst bij.',
      changedBackup: 'Dit bestand is beschadigd of veranderd. Kopieer het opnieuw van het oude toestel.',
      wrongPassphrase: 'Dit is niet de juiste zin. Lees uw papier opnieuw en probeer nog eens.',
      otherPerson:
        'Deze reservekopie is van iemand anders. Sla eerst op wat hier staat, wis het, en probeer opnieuw.',
      otherWay:
        'U ging hier anders verder dan in deze reservekopie. Er is niets veranderd: de twee worden niet gemengd.',
    },
  },
  copy: {
    lead: 'Om uw tests, antwoorden en akkoorden te lezen of af te drukken, zonder Jalon.',
    button: 'Een kopie om te lezen opslaan',
    data: 'De gegevens opslaan (JSON)',
  },
  readable: {
    title: 'Mijn gegevens in Jalon',
    made: (day) => `Kopie gemaakt op ${day}.`,
    stays: 'Deze pagina is van u. Ze verstuurt niets.',
    age: (band) => `Opgegeven leeftijd: ${band}`,
    tests: 'Mijn tests en mijn antwoorden',
    lessons: 'Mijn lessen',
    agreements: 'Mijn akkoorden',
    answer: 'Uw antwoord:',
    gestures: (count) => (count === 1 ? '1 handeling in de oefening' : `${count} handelingen in de oefening`),
    helped: 'met hulp',
    opened: 'Geopend',
  },
  passphrase: {
    add: 'Een geheime zin toevoegen',
    why: 'Zonder die zin kan niemand het bestand lezen.',
    danger: 'U ook niet: vergeten is verloren, met uw gegevens erbij. Daarom vraagt Jalon er geen.',
    label: 'Uw geheime zin',
    hint: 'Minstens 8 letters. Vier willekeurige woorden zijn goed. Schrijf ze ook op papier.',
    short: 'Deze zin is te kort. Er zijn minstens 8 letters nodig.',
    asked: 'Dit bestand vraagt zijn geheime zin.',
    open: 'Het bestand openen',
  },
  card: {
    section: 'Een kaart om af te drukken',
    lead: 'Ze past in een zak. Ze geeft uw niveaus aan een andere telefoon, zonder internet.',
    make: 'Mijn kaart maken',
    bring: 'Ik heb een afgedrukte kaart',
    title: 'Mijn kaart',
    what: 'De kaart bewaart uw niveaus en wat u nog kunt herhalen. Uw antwoorden staan er niet op: die staan in de reservekopie.',
    none: 'Doe eerst een test: de kaart bewaart de niveaus ervan.',
    print: 'Mijn kaart afdrukken',
    label: 'De niveaus van deze kaart',
    made: (day) => `Kaart van ${day}`,
    how: 'Richt de camera van de nieuwe telefoon op deze code.',
    letters: 'Zonder camera schrijft u deze letters over bij “Ik heb een afgedrukte kaart”.',
    ways: 'Neem een foto van de code, vlak en in goed licht. Of schrijf de letters over.',
    photo: 'Een foto van de code nemen',
    type: 'De letters van de kaart',
    read: 'De kaart lezen',
    take: 'Deze niveaus overnemen?',
    yes: 'Ja, overnemen',
    seen: (count) =>
      count === 0 ? 'Ze zegt niet welke vragen u gezien hebt.' : `Vragen die u al zag: ${count}.`,
    honest: 'Er komt “volgens een kaart” bij te staan. Een test die u hier doet, vervangt ze.',
    done: 'Uw niveaus zijn er',
    doneMore: 'Ze staan in uw profiel, “volgens een afgedrukte kaart”.',
    noCode: 'Op deze foto is geen code gelezen. Kom dichterbij, houd de kaart vlak en probeer opnieuw.',
    refused: {
      notACard: 'Dit is geen niveaukaart van Jalon. Kijk of het de juiste is.',
      cutCard: 'Er ontbreekt een stuk, of een letter is fout. Lees de kaart opnieuw en probeer nog eens.',
      newerCard: 'Deze kaart komt van een nieuwere Jalon. Werk Jalon eerst bij.',
    },
  },
  erase: {
    title: 'Mijn gegevens wissen',
    lead: 'Tests, antwoorden, lessen, akkoorden en instellingen verdwijnen van dit toestel. Er is geen weg terug.',
    shared:
      'Alleen die van u: de andere mensen van deze tablet behouden alles. Wat u wilde versturen, vertrekt toch.',
    waiting: 'Een resultaat dat u wilde verzenden, is nog niet vertrokken: het zou ook gewist worden.',
    left: 'Wat bij een organisatie is aangekomen, blijft daar. Bekijk eerst uw akkoorden om het terug te nemen.',
    button: 'Mijn gegevens wissen',
    sure: 'Ja, alles wissen',
    keep: 'Nee, alles behouden',
    ask: 'Alles van dit toestel wissen?',
  },
  failed: 'Het toestel kon het niet doen. Er is niets veranderd. Probeer opnieuw.',
  bring: 'Ik heb een reservekopie',
};
