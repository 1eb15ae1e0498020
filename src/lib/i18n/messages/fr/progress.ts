export const progress = {
  title: 'Mon profil',
  lead: 'Ce que disent vos tests, sujet par sujet.',
  none: 'Votre profil se remplit avec vos tests. Le premier a dix questions.',
  points: {
    title: 'Mon total',
    of: (points: number, most: number) => `${points} points sur ${most}`,
    indicative: 'Ce nombre est indicatif.',
    how: 'D’où vient ce nombre\u00a0?',
    explained: [
      'Il y a 16 sujets, avec 8 niveaux dans chacun.',
      'Chaque niveau vaut 8 points\u00a0: 16 × 8 × 8 = 1024.',
      'Un sujet estimé d’après son domaine compte aussi.',
      'Un sujet sans aucun test compte pour 0.',
      'L’échelle ressemble à celle de Pix. Ce n’est pas un score Pix.',
    ] as readonly string[],
  },
  levels: {
    title: 'Mes 16 sujets',
    doubt: {
      close: 'Sûr à un niveau près',
      near: 'Sûr à deux niveaux près',
      vague: 'Encore flou',
    },
    range: (low: number, high: number) => (low === high ? `Niveau ${low}` : `Niveaux ${low} à ${high}`),
    estimated: 'Estimé d’après son domaine',
    card: 'D’après une carte imprimée',
    cardOn: (day: string) => `D’après une carte imprimée du ${day}. Pas mesuré ici.`,
    measuredOn: (day: string) => `Mesuré le ${day}`,
    estimatedOn: (day: string) => `Estimé d’après son domaine, le ${day}`,
    next: 'Ensuite\u00a0:',
    nextMeasure: 'le mesurer',
    nextHigher: 'un test, pour aller plus haut',
    remaining: (count: number) =>
      count === 0
        ? 'Vos 16 sujets sont mesurés un par un.'
        : count === 1
          ? 'Il reste 1 sujet à mesurer.'
          : `Il reste ${count} sujets à mesurer un par un. Prenez plusieurs jours si vous voulez.`,
    measureNext: 'Mesurer le sujet suivant',
  },
  skills: {
    can: 'Ce que je sais faire',
    learn: 'Ce que je vais apprendre',
    canNone: 'Vos prochains exercices le diront.',
    learnNone: 'Rien en attente. Essayez un nouveau sujet.',
    more: (count: number) => (count === 1 ? 'Encore 1' : `Encore ${count}`),
  },
  keep: {
    title: 'Garder mon profil',
    print: 'Imprimer mon profil',
    save: 'Enregistrer mon profil',
    saved: 'Votre profil est dans vos téléchargements.',
    sheet: 'Ma feuille de profil',
  },
  topic: {
    title: 'Un sujet',
    gone: 'Ce sujet n’existe pas.',
    now: 'Et maintenant\u00a0?',
    lesson: (title: string) => `La leçon\u00a0: ${title}`,
    practise: 'S’entraîner',
    test: 'Faire le test de ce sujet',
    reset: {
      title: 'Repartir de zéro',
      lead: 'Le niveau de ce sujet s’efface de votre profil. Vos réponses restent gardées.',
      from: (day: string) => `Possible à partir du ${day}.`,
      button: 'Repartir de zéro',
      ask: 'Effacer le niveau de ce sujet\u00a0?',
      sure: 'Oui, l’effacer',
      keep: 'Non, le garder',
    },
  },
  again: {
    title: 'Ce test est encore tout frais',
    from: (day: string) => `Vous pourrez recommencer le ${day}.`,
    why: 'D’ici là, ce que vous apprenez a le temps de rester.',
    meanwhile: 'S’entraîner en attendant',
    other: 'Choisir un autre test',
  },
  history: {
    title: 'Mes tests',
    lead: 'Chaque point est un test. Le trait montre le doute.',
    none: 'Vos tests apparaîtront ici.',
    choose: 'Montrer',
    date: 'Date',
    before: 'Avant',
    after: 'Après',
    range: (level: number, low: number, high: number) =>
      low === high ? `${level}` : `${level} (${low} à ${high})`,
    picture: (count: number) =>
      count === 1
        ? 'Un test. Le tableau le dit en chiffres.'
        : `${count} tests. Le tableau les dit en chiffres.`,
    change: {
      first: 'Un premier repère. Le prochain test dira si cela bouge.',
      same: 'Le même niveau que la fois d’avant.',
      higher: 'Plus haut que la fois d’avant. Le doute reste plus grand que le changement.',
      surelyHigher: 'Plus haut que la fois d’avant, au-delà du doute.',
      lower: 'Un peu plus bas que la fois d’avant. C’est moins que le doute.',
      surelyLower: 'Plus bas que la fois d’avant. Cela arrive\u00a0: l’entraînement aide.',
    },
  },
  europe: {
    title: 'Mon profil en Europe',
    lead: 'DigComp est le cadre européen des compétences numériques. Voici où vos sujets s’y trouvent.',
    level: 'Mon niveau',
    bands: {
      '2.2': ['Élémentaire', 'Intermédiaire', 'Avancé', 'Hautement spécialisé'],
      '3.0': ['De base', 'Intermédiaire', 'Avancé', 'Très avancé'],
    } as Readonly<Record<'2.2' | '3.0', readonly string[]>>,
    below: 'Avant le premier niveau',
    unmeasured: 'Pas encore mesuré',
    names: 'Les noms en anglais sont les noms officiels. Le rapprochement est celui de Jalon.',
    credit: 'DigComp 2.2 et 3.0, Commission européenne, CC BY 4.0.',
  },
  steps: {
    title: 'La suite pour vous',
    go: 'Faire la première étape',
    names: {
      review: 'Revoir',
      lesson: 'Apprendre',
      practice: 'S’entraîner',
      test: 'Faire un test',
    },
    review: (count: number) => (count === 1 ? '1 révision aujourd’hui' : `${count} révisions aujourd’hui`),
    diagnostic: 'Le test des 5 domaines',
    reasons: {
      due: 'C’est le bon moment pour ne pas oublier.',
      underWay: 'Vous avez commencé cette leçon.',
      missed: 'Pas encore réussi la dernière fois.',
      fresh: 'Vous ne l’avez pas encore faite.',
      untried: 'Vous ne l’avez pas encore essayé.',
      first: 'Il montre par où commencer.',
      progressed: 'Vous avez réussi des exercices depuis le dernier test.',
      unmeasured: 'Ce sujet n’est pas encore mesuré.',
      oldest: 'C’est votre mesure la plus ancienne.',
    },
  },
};
