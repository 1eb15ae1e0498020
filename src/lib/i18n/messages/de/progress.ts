import type { Dictionary } from '../fr.ts';

export const progress: Dictionary['progress'] = {
  title: 'Mein Profil',
  lead: 'Was Ihre Tests sagen, Thema für Thema.',
  none: 'Ihr Profil füllt sich mit Ihren Tests. Der erste hat zehn Fragen.',
  points: {
    title: 'Meine Gesamtzahl',
    of: (points, most) => `${points} Punkte von ${most}`,
    indicative: 'Diese Zahl ist nur ein Anhaltspunkt.',
    how: 'Woher kommt diese Zahl?',
    explained: [
      'Es gibt 16 Themen, mit 8 Niveaus in jedem.',
      'Jedes Niveau zählt 8 Punkte: 16 × 8 × 8 = 1024.',
      'Ein Thema, das nach seinem Bereich geschätzt ist, zählt auch.',
      'Ein Thema ohne Test zählt 0.',
      'Die Skala ähnelt der von Pix. Es ist keine Pix-Punktzahl.',
    ],
  },
  levels: {
    title: 'Meine 16 Themen',
    doubt: {
      close: 'Auf ein Niveau genau',
      near: 'Auf zwei Niveaus genau',
      vague: 'Noch unklar',
    },
    range: (low, high) => (low === high ? `Auf Niveau ${low}` : `Niveau ${low} bis ${high}`),
    estimated: 'Nach dem Bereich geschätzt',
    card: 'Laut einer gedruckten Karte',
    cardOn: (day) => `Laut einer Karte vom ${day}. Hier nicht gemessen.`,
    measuredOn: (day) => `Gemessen am ${day}`,
    estimatedOn: (day) => `Nach dem Bereich geschätzt, am ${day}`,
    next: 'Danach:',
    nextMeasure: 'es messen',
    nextHigher: 'ein Test, um höher zu kommen',
    remaining: (count) =>
      count === 0
        ? 'Ihre 16 Themen sind einzeln gemessen.'
        : count === 1
          ? '1 Thema ist noch zu messen.'
          : `${count} Themen sind noch einzeln zu messen. Nehmen Sie sich ruhig mehrere Tage.`,
    measureNext: 'Das nächste Thema messen',
  },
  skills: {
    can: 'Was ich kann',
    learn: 'Was ich lernen werde',
    canNone: 'Ihre nächsten Übungen werden es zeigen.',
    learnNone: 'Nichts wartet. Versuchen Sie ein neues Thema.',
    more: (count) => `Noch ${count}`,
  },
  keep: {
    title: 'Mein Profil aufbewahren',
    print: 'Mein Profil drucken',
    save: 'Mein Profil speichern',
    saved: 'Ihr Profil ist bei Ihren Downloads.',
    sheet: 'Mein Profilblatt',
  },
  topic: {
    title: 'Ein Thema',
    gone: 'Dieses Thema gibt es nicht.',
    now: 'Und jetzt?',
    lesson: (title) => `Die Lektion: ${title}`,
    practise: 'Üben',
    test: 'Den Test zu diesem Thema machen',
    reset: {
      title: 'Von vorn anfangen',
      lead: 'Das Niveau dieses Themas verschwindet aus Ihrem Profil. Ihre Antworten bleiben erhalten.',
      from: (day) => `Möglich ab ${day}.`,
      button: 'Von vorn anfangen',
      ask: 'Das Niveau dieses Themas löschen?',
      sure: 'Ja, löschen',
      keep: 'Nein, behalten',
    },
  },
  again: {
    title: 'Dieser Test ist noch ganz frisch',
    from: (day) => `Sie können ab ${day} neu beginnen.`,
    why: 'Bis dahin hat das Gelernte Zeit, sich zu setzen.',
    meanwhile: 'Bis dahin üben',
    other: 'Einen anderen Test wählen',
  },
  history: {
    title: 'Meine Tests',
    lead: 'Jeder Punkt ist ein Test. Der Strich zeigt den Zweifel.',
    none: 'Ihre Tests erscheinen hier.',
    choose: 'Anzeigen',
    date: 'Tag',
    before: 'Vorher',
    after: 'Nachher',
    range: (level, low, high) => (low === high ? `${level}` : `${level} (${low} bis ${high})`),
    picture: (count) =>
      count === 1
        ? 'Ein Test. Die Tabelle nennt die Zahlen.'
        : `${count} Tests. Die Tabelle nennt die Zahlen.`,
    change: {
      first: 'Ein erster Anhaltspunkt. Der nächste Test zeigt, ob sich etwas bewegt.',
      same: 'Dasselbe Niveau wie beim letzten Mal.',
      higher: 'Höher als beim letzten Mal. Der Zweifel bleibt größer als der Unterschied.',
      surelyHigher: 'Höher als beim letzten Mal, über den Zweifel hinaus.',
      lower: 'Etwas niedriger als beim letzten Mal. Es ist weniger als der Zweifel.',
      surelyLower: 'Niedriger als beim letzten Mal. Das kommt vor: Üben hilft.',
    },
  },
  europe: {
    title: 'Mein Profil in Europa',
    lead: 'DigComp ist der europäische Rahmen für digitale Kompetenzen. Hier stehen Ihre Themen darin.',
    level: 'Mein Niveau',
    bands: {
      '2.2': ['Grundlegend', 'Mittel', 'Fortgeschritten', 'Hochspezialisiert'],
      '3.0': ['Grundlegend', 'Mittel', 'Fortgeschritten', 'Weit fortgeschritten'],
    },
    below: 'Vor dem ersten Niveau',
    unmeasured: 'Noch nicht gemessen',
    names: 'Die englischen Namen sind die offiziellen Namen. Der Vergleich stammt von Jalon.',
    credit: 'DigComp 2.2 und 3.0, Europäische Kommission, CC BY 4.0.',
  },
  steps: {
    title: 'Wie es für Sie weitergeht',
    go: 'Den ersten Schritt machen',
    names: { review: 'Wiederholen', lesson: 'Lernen', practice: 'Üben', test: 'Einen Test machen' },
    review: (count) => (count === 1 ? '1 Wiederholung heute' : `${count} Wiederholungen heute`),
    diagnostic: 'Der Test der 5 Bereiche',
    reasons: {
      due: 'Jetzt ist ein guter Moment, um nicht zu vergessen.',
      underWay: 'Sie haben diese Lektion begonnen.',
      missed: 'Beim letzten Mal noch nicht gelungen.',
      fresh: 'Sie haben sie noch nicht gemacht.',
      untried: 'Sie haben es noch nicht versucht.',
      first: 'Er zeigt, wo Sie am besten beginnen.',
      progressed: 'Seit dem letzten Test sind Ihnen Übungen gelungen.',
      unmeasured: 'Dieses Thema ist noch nicht gemessen.',
      oldest: 'Das ist Ihre älteste Messung.',
    },
  },
};
