const count = (number: number, one: string, many: string): string => `${number} ${number < 2 ? one : many}`;

/** The staff's pages in French, the language that all others are checked against. */
export const organisation = {
  space: 'Espace des équipes',
  skip: 'Aller au contenu',
  pageTitle: (title: string) => `${title} – Jalon, espace des équipes`,
  language: 'Langue',
  signedInAs: (name: string) => `Connecté : ${name}`,
  signOut: 'Se déconnecter',

  signIn: {
    title: 'Se connecter',
    intro: 'Cette page est pour les équipes. Pour évaluer vos compétences, il ne faut aucun compte.',
    toLearner: 'Évaluer mes compétences',
    email: 'Adresse e-mail',
    password: 'Mot de passe',
    submit: 'Se connecter',
    wrongCredentials: 'L’adresse ou le mot de passe ne correspond pas. Vérifiez les deux, puis réessayez.',
    tooManyTries: 'Trop d’essais. Attendez une minute, puis réessayez.',
  },

  organisations: {
    title: 'Vos organisations',
    intro: 'Choisissez l’organisation pour laquelle vous travaillez.',
  },

  campaigns: {
    title: 'Campagnes',
    create: 'Ouvrir une campagne',
    emptyTitle: 'Aucune campagne pour l’instant.',
    empty: 'Ouvrez une campagne : vous aurez un code et une affiche à montrer.',
    emptyMediator: 'Un responsable de votre organisation peut en ouvrir une.',
    name: 'Titre',
    code: 'Code',
    asks: 'Ce qui est demandé',
    people: 'Personnes',
    state: 'État',
    open: 'ouverte',
    closed: (day: string) => `fermée le ${day}`,
    over: (day: string) => `finie le ${day}`,
  },
  asks: { levels: 'les niveaux', answers: 'les réponses' },

  create: {
    title: 'Ouvrir une campagne',
    titleFr: 'Titre, en français',
    titleEn: 'Titre, en anglais',
    titleHint: 'Court, comme « Bilan de rentrée ».',
    purposeFr: 'À quoi cela va servir, en français',
    purposeEn: 'À quoi cela va servir, en anglais',
    purposeHint: 'Chaque personne lit cette phrase avant de dire oui.',
    englishHint: 'Vide : le texte français sera montré.',
    asks: 'Ce qui est demandé',
    asksLevels: 'Les niveaux seulement',
    asksLevelsHint: 'Cinq niveaux, le surnom et le jour. Suffit pour orienter.',
    asksAnswers: 'Les niveaux et les réponses',
    asksAnswersHint: 'Aussi la réponse à chaque exercice. À demander seulement pour une analyse plus fine.',
    retention: 'Durée de garde',
    months: (number: number) => count(number, 'mois', 'mois'),
    retentionHint: 'Après cette durée, ce qui a été reçu est effacé.',
    length: 'Ouverte pendant',
    submit: 'Ouvrir la campagne',
    faults: 'La campagne n’est pas encore ouverte. Corrigez ces champs :',
    required: 'Écrivez quelques mots ici.',
    tooLong: 'Au plus 200 caractères.',
    choose: 'Choisissez une réponse.',
  },

  campaign: {
    back: 'Toutes les campagnes',
    toJoin: 'Pour participer',
    codeHint: 'À taper dans l’application, avec un réseau.',
    qrHint: 'À scanner : marche aussi sans réseau si l’application est déjà sur l’appareil.',
    qr: (title: string) => `Code QR pour participer à « ${title} »`,
    localOnly:
      'Ce code QR mène à cet ordinateur seulement. Pour les téléphones, donnez à Jalon une adresse https.',
    poster: 'Affiche à imprimer',
    card: 'Carte à copier (fichier)',
    link: 'Lien pour participer',
    purpose: 'Finalité',
    retention: 'Durée de garde',
    close: 'Fermer la campagne',
    closeTitle: 'Fermer cette campagne',
    closeHint: 'Personne ne pourra plus la rejoindre. Ce qui a déjà été accepté peut encore arriver.',
    closed: 'La campagne est fermée. Personne ne peut plus la rejoindre.',
    received: 'Ce qui a été envoyé',
    export: 'Exporter en CSV',
    emptyTitle: 'Personne n’a encore envoyé de résultat.',
    emptySteps: [
      'Imprimez l’affiche, ou montrez le code à l’écran.',
      'Chaque personne fait le test sur son appareil, même sans réseau.',
      'Elle choisit d’envoyer ou non. Ce qu’elle envoie arrive ici.',
    ],
    withdrawn: (number: number) =>
      count(number, 'personne a repris son accord : elle', 'personnes ont repris leur accord : elles') +
      (number < 2 ? ' n’est plus montrée.' : ' ne sont plus montrées.'),
  },

  parcels: {
    title: 'Recevoir un fichier de résultats',
    intro: 'Quelqu’un vous a donné un fichier\u00a0? Il finit par «\u00a0.jalon-colis\u00a0».',
    file: 'Fichier de résultats',
    submit: 'Recevoir',
    done: 'Reçu',
    fresh: (number: number) => count(number, 'résultat nouveau', 'résultats nouveaux'),
    known: (number: number) => count(number, 'résultat déjà reçu', 'résultats déjà reçus'),
    held: (number: number) =>
      count(
        number,
        'résultat gardé, un envoi précédent manque encore',
        'résultats gardés, un envoi précédent manque encore',
      ),
    refused: (number: number) => count(number, 'résultat refusé', 'résultats refusés'),
    receipts: 'Preuves de réception (fichier)',
    receiptsHint: 'Rendez ce fichier à la personne qui vous a donné les résultats.',
    faults: {
      noFile: 'Choisissez d’abord un fichier.',
      notAPack: 'Ce fichier est autre chose. Cherchez celui qui finit par «\u00a0.jalon-colis\u00a0».',
      newerPack: 'Ce fichier vient d’un Jalon plus récent. Mettez ce serveur à jour.',
      cutPack: 'Il manque la fin de ce fichier. Demandez-le encore une fois.',
      damagedPack: 'Ce fichier est abîmé. Demandez-le encore une fois.',
      tooLarge: 'Ce fichier est trop grand pour venir de Jalon.',
      emptyPack: 'Il n’y a aucun résultat dans ce fichier.',
    },
    reasons: {
      notAParcel: 'le format n’est pas connu de ce serveur',
      unknownOrganisation: 'l’organisation n’est pas sur ce serveur',
      unknownKey: 'scellé pour une autre clé',
      doesNotOpen: 'abîmé en chemin',
      notEnrolled: 'l’appareil n’a pas montré de carte valable',
      wrongSignature: 'la signature n’est pas celle de l’appareil',
      brokenChain: 'la suite des envois est rompue',
      forked: 'une autre suite du même appareil est déjà ici',
    },
  },

  table: {
    caption: (shown: number, all: number) =>
      shown === all ? count(all, 'envoi', 'envois') : `${shown} sur ${count(all, 'envoi', 'envois')}`,
    filter: 'Chercher un surnom',
    apply: 'Chercher',
    clear: 'Tout montrer',
    nothing: 'Aucun surnom ne correspond.',
    nickname: 'Surnom',
    day: 'Jour',
    verdict: 'Vérification',
    sortBy: (column: string) => `Trier par : ${column}`,
    hint: 'Barre : niveau de 0 à 8. Trait : le vrai niveau s’y trouve 9 fois sur 10.',
    scrolls: 'Tableau des envois, défile de côté',
  },

  overview: {
    title: 'Vue d’ensemble du groupe',
    intro: (people: number) =>
      `Nombre de personnes à chaque niveau, sur ${people}. Le dernier envoi de chacun compte.`,
    tooFew: 'Les chiffres du groupe apparaissent à partir de 5 personnes, pour que personne ne soit reconnu.',
    area: 'Domaine',
    level: (level: number) => `Niveau ${level}`,
    median: 'Niveau du milieu',
    medianShort: (level: number) => `milieu : ${level}`,
    asTable: 'Les mêmes chiffres en tableau',
    picture: (name: string, spread: string) => `${name} : ${spread}.`,
    peopleAt: (people: number, level: number) =>
      `${count(people, 'personne', 'personnes')} au niveau ${level}`,
  },

  participation: {
    levels: 'Niveaux',
    level: 'Niveau',
    certainty: 'Certitude',
    certaintyHint: 'Certitude : la chance que ce soit ce niveau-là exactement.',
    unmeasured: 'pas mesuré',
    shared: 'Ce qui a été partagé',
    scopeLevels: 'Les cinq niveaux, le surnom et le jour. Pas les réponses.',
    scopeAnswers: (answers: number) =>
      `Les niveaux, le surnom, le jour et ${count(answers, 'réponse', 'réponses')}.`,
    never: 'Jamais : le nom, l’âge, le temps passé, les textes tapés.',
    received: 'Reçu le',
    content: 'Contenu utilisé',
    snapshot: 'C’est une photo du jour de l’envoi. Les progrès d’après ne sont pas transmis.',
    indicative: 'Ces niveaux sont indicatifs. Parlez-en avec la personne avant de décider.',
    back: 'Tous les envois',
  },
  verdicts: {
    stated: {
      label: 'déclaré par l’appareil',
      hint: 'L’appareil a signé ces niveaux ; le serveur ne peut pas les recalculer.',
    },
    verified: {
      label: 'vérifié',
      hint: 'Le serveur a recalculé ces niveaux depuis les réponses, et trouve les mêmes.',
    },
    differs: {
      label: 'recalculé autrement',
      hint: 'Le serveur trouve d’autres niveaux depuis les réponses reçues.',
    },
    notVerifiable: {
      label: 'pas vérifiable ici',
      hint: 'Ce serveur n’a pas la version de l’application qui a servi.',
    },
  },

  poster: {
    title: (title: string) => `Affiche : ${title}`,
    print: 'Imprimer l’affiche',
    headline: 'Où en êtes-vous avec le numérique ?',
    steps: [
      'Prenez un téléphone ou une tablette.',
      'Scannez ce dessin, ou ouvrez l’adresse et tapez le code.',
      'Faites dix petits exercices. Sans compte, sans note.',
      'À la fin, vous choisissez d’envoyer ou non.',
    ],
    by: 'Proposé par',
    why: 'Pourquoi',
    sent: 'Ce qui part si vous dites oui',
    sentLevels: 'Vos cinq niveaux, votre surnom et la date.',
    sentAnswers: 'Vos niveaux, vos réponses, votre surnom et la date.',
    kept: (months: number) => `Gardé ${count(months, 'mois', 'mois')}, puis effacé.`,
    address: 'Adresse',
    code: 'Code',
  },

  areas: {
    '1': { name: 'Information et données', short: 'Information' },
    '2': { name: 'Communication et collaboration', short: 'Communication' },
    '3': { name: 'Création de contenu', short: 'Création' },
    '4': { name: 'Protection et sécurité', short: 'Protection' },
    '5': { name: 'Environnement numérique', short: 'Environnement' },
  },
  competence: (id: string) => `Compétence ${id}`,
  levelSaid: (level: number, low: number, high: number) =>
    `niveau ${level} sur 8, sans doute entre ${low} et ${high}`,

  errors: {
    403: {
      title: 'Cette page n’est pas ouverte à votre compte',
      text: 'Demandez à un responsable de votre organisation.',
    },
    404: { title: 'Cette page n’existe pas', text: 'Le lien est peut-être ancien, ou l’envoi a été repris.' },
    other: { title: 'La page n’a pas pu être montrée', text: 'Rien n’est perdu. Réessayez dans un instant.' },
    id: (id: string) => `Repère pour l’assistance : ${id}`,
    home: 'Retour aux campagnes',
  },
};

/** What each language must say to the staff. */
export type StaffText = typeof organisation;
