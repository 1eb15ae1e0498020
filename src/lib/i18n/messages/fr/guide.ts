/** A block of the guide: a heading, and its lines. */
interface Block {
  readonly title: string;
  readonly items: readonly string[];
}

/** A page of the guide; how each block is laid out stands in `guide/plan.ts`. */
interface Part {
  readonly title: string;
  readonly lead: string;
  readonly blocks: readonly Block[];
}

const before: Part = {
  title: 'Avant\u00a0: préparer',
  lead: 'Comptez une heure pour six à huit personnes. Ce guide marche sans internet, lui aussi.',
  blocks: [
    {
      title: 'La veille, avec internet',
      items: [
        'Ouvrez Jalon sur chaque appareil. Attendez «\u00a0Prêt sans internet\u00a0».',
        'Coupez le Wi-Fi, fermez Jalon, rouvrez-le. Il doit s’ouvrir.',
        'Une tablette pour plusieurs\u00a0? Dans Réglages, touchez «\u00a0Prêter cet appareil à plusieurs personnes\u00a0».',
        'Choisissez votre code de médiateur. Notez-le en lieu sûr\u00a0: personne ne peut le retrouver.',
        'Imprimez ce guide et quelques tests sur papier.',
      ],
    },
    {
      title: 'Quel test choisir\u00a0?',
      items: [
        'Le test éclair\u00a0: un premier contact, en 5 minutes.',
        'Le test des 5 domaines\u00a0: pour préparer un parcours, en 15 minutes.',
        'Un seul sujet\u00a0: avant ou après un atelier, en 15 minutes.',
        'Sur papier\u00a0: pour une personne qui ne veut pas d’écran.',
      ],
    },
    {
      title: 'La salle',
      items: [
        'Une place par personne, un écran sans reflet, une chaise à la bonne hauteur.',
        'De l’espace entre les places\u00a0: chacun répond pour soi.',
        'Un coin calme, pour parler d’un résultat à deux.',
        'Des prises, des écouteurs, des stylos, une loupe, un chiffon pour les écrans.',
      ],
    },
    {
      title: 'Juste avant d’ouvrir la porte',
      items: [
        'Les appareils sont chargés et propres.',
        'Chacun dit «\u00a0Prêt sans internet\u00a0».',
        'La lumière de l’écran et le son sont assez forts.',
        'La séance est lancée dans l’espace du médiateur.',
        'Les feuilles et les stylos sont sur la table.',
      ],
    },
  ],
};

const welcome: Part = {
  title: 'Accueillir\u00a0: une minute chacun',
  lead: 'Une personne rassurée montre ce qu’elle sait. Tout se joue dans la première minute.',
  blocks: [
    {
      title: 'Passer l’appareil en 60 secondes',
      items: [
        'Asseyez-vous à côté de la personne, jamais en face.',
        'Touchez «\u00a0Nouvelle personne\u00a0», puis donnez la tablette. Vos mains n’y reviennent plus.',
        'La personne choisit une image et, si elle veut, un surnom.',
        'Montrez deux boutons\u00a0: «\u00a0Je ne sais pas\u00a0» et «\u00a0Un indice\u00a0».',
        'Restez pour la première question. Partez quand elle est faite.',
      ],
    },
    {
      title: 'Des mots à dire',
      items: [
        'Ce n’est pas un examen. On cherche par où commencer.',
        'Personne ne sait tout. «\u00a0Je ne sais pas\u00a0» est une bonne réponse.',
        'Prenez votre temps. Ici, rien ne se casse et rien ne s’achète.',
        'Les noms, les messages et les sites sont inventés.',
        'Voulez-vous qu’on vous lise les questions\u00a0? Touchez «\u00a0Écouter\u00a0».',
      ],
    },
    {
      title: 'Ce qu’il faut dire des données',
      items: [
        'Pas de vrai nom, pas d’adresse e-mail, pas de compte.',
        'Tout reste sur cet appareil, fermé à clé.',
        'Vous voyez le surnom, les niveaux et l’avancement. Jamais les réponses.',
        'Rien n’est envoyé sans un oui. Un non ne change rien à l’aide reçue.',
        'Avant 15 ans, un parent doit être d’accord pour envoyer.',
        'À la fin, la personne choisit\u00a0: garder ou tout effacer.',
      ],
    },
    {
      title: 'Quelqu’un hésite\u00a0?',
      items: [
        'Faites une question ensemble, sans rien compter.',
        'Proposez le test sur papier.',
        'Acceptez un non. La porte reste ouverte la prochaine fois.',
      ],
    },
  ],
};

const during: Part = {
  title: 'Pendant\u00a0: aider sans faire à la place',
  lead: 'Votre aide la plus utile est souvent d’attendre un peu.',
  blocks: [
    {
      title: 'Qui a besoin d’aide\u00a0?',
      items: [
        'Faites le tour de la salle toutes les cinq minutes.',
        'Regardez les mains\u00a0: qui ne touche plus l’écran attend peut-être.',
        'Un soupir, un rire gêné, un regard vers le voisin\u00a0: approchez-vous.',
        '«\u00a0J’ai besoin d’aide\u00a0» laisse une marque dans le tableau du groupe.',
        'Plusieurs appareils\u00a0? La personne touche «\u00a0Montrer où j’en suis\u00a0». Dans «\u00a0Le groupe\u00a0», lisez son code.',
        'Cette ligne dit l’heure de lecture\u00a0: elle ne bouge pas seule. Relisez pour la mettre à jour.',
        'Un même Wi-Fi\u00a0? «\u00a0Relier une tablette en direct\u00a0»\u00a0: sa ligne change toute seule.',
      ],
    },
    {
      title: 'L’échelle de l’aide, un barreau à la fois',
      items: [
        'Attendez. Comptez jusqu’à dix dans votre tête.',
        'Demandez\u00a0: «\u00a0Que vous demande-t-on\u00a0?\u00a0» Faites relire ou écouter.',
        'Proposez «\u00a0Un indice\u00a0». La réponse compte encore.',
        'Proposez «\u00a0Montrez-moi\u00a0»\u00a0: Jalon fait les gestes à l’écran.',
        'Proposez «\u00a0Faisons-le ensemble\u00a0», un geste après l’autre.',
        'Dès «\u00a0Montrez-moi\u00a0», la question sera à apprendre. C’est très bien ainsi.',
      ],
    },
    {
      title: 'Ce qu’il vaut mieux éviter',
      items: [
        'Prendre la tablette ou la souris des mains.',
        'Souffler la réponse\u00a0: le résultat n’aiderait plus personne.',
        'Dire «\u00a0c’est facile\u00a0», «\u00a0c’est faux\u00a0» ou «\u00a0dépêchez-vous\u00a0».',
        'Comparer deux personnes, même pour faire un compliment.',
        'Laisser taper un vrai mot de passe dans un exercice.',
      ],
    },
    {
      title: 'Fatigue et pauses',
      items: [
        '«\u00a0Pause\u00a0» garde tout. On reprend à la même question.',
        'Sans geste pendant 5 minutes, Jalon demande «\u00a0Toujours là\u00a0?\u00a0». Rien n’est perdu.',
        'Après plusieurs questions difficiles, Jalon change de sujet tout seul.',
        'Mieux vaut finir tôt sur une réussite que tard sur un échec.',
      ],
    },
  ],
};

const after: Part = {
  title: 'Après\u00a0: lire, décider, ranger',
  lead: 'Cinq minutes à deux autour de la feuille valent plus que le test.',
  blocks: [
    {
      title: 'Lire la feuille ensemble',
      items: [
        'Commencez par «\u00a0Je sais faire\u00a0». Demandez un exemple de la vie.',
        'Montrez les barres\u00a0: plein, c’est acquis\u00a0; hachuré, c’est un doute.',
        'Un niveau n’est pas une note. Il dit par où commencer.',
        'Demandez\u00a0: «\u00a0Par quoi voulez-vous commencer\u00a0?\u00a0» La personne choisit.',
        'Écrivez le prochain rendez-vous. Le code de la leçon est sur la feuille.',
      ],
    },
    {
      title: 'Dans l’espace du médiateur',
      items: [
        'Le groupe\u00a0: qui a fini, qui a demandé de l’aide, à quel niveau.',
        'Groupes par besoin\u00a0: qui inviter au même atelier.',
        'Suivi\u00a0: l’atelier convenu et vos notes, que vous seul lisez.',
        'Rapport d’activité\u00a0: des nombres sans aucun nom, dans un fichier.',
      ],
    },
    {
      title: 'Finir proprement',
      items: [
        'Chaque personne touche «\u00a0Terminer\u00a0», puis garde ou efface son parcours.',
        'Garder\u00a0: avec 4 images à retenir, ou une carte à emporter.',
        'Ce qui est effacé l’est pour de bon. Essuyez les écrans, rechargez.',
      ],
    },
    {
      title: 'En cas de souci',
      items: [
        'Pas encore prêt',
        'Il faut internet une fois. Le partage de connexion d’un téléphone suffit.',
        'Rien ne bouge plus',
        'Fermez Jalon et rouvrez-le. Les réponses sont gardées.',
        'Trop petit, trop pâle',
        'Dans Réglages\u00a0: taille du texte et contraste fort.',
        'Pas de voix',
        'Montez le son. Si l’appareil n’a pas de voix, lisez vous-même.',
        'Code en images oublié',
        'Personne ne peut le retrouver. Commencez un nouveau parcours.',
        'Plus de place',
        'Effacez des photos ou des applications, puis réessayez.',
      ],
    },
    {
      title: 'Sur papier',
      items: [
        'Imprimez «\u00a0Test sur papier\u00a0»\u00a0: une feuille, recto verso. La personne coche, vous ne corrigez rien.',
        'Puis «\u00a0Recopier un test papier\u00a0»\u00a0: tapez le code de la feuille, touchez les lettres cochées.',
        'Le résultat et sa feuille sont les mêmes que sur écran.',
      ],
    },
  ],
};

export const guide = {
  title: 'Animer une séance',
  lead: 'Quatre pages à lire avant, à garder sous la main pendant.',
  print: 'Imprimer les 4 pages',
  tools: 'Pour votre séance',
  page: (at: number, of: number) => `Page ${at} sur ${of}`,
  /** What each picture shows. */
  pictures: {
    ready: 'L’accueil de Jalon dit «\u00a0Prêt sans internet\u00a0».',
    session: 'L’espace du médiateur\u00a0: choisir ce que font les personnes, puis lancer la séance.',
    who: '«\u00a0Qui êtes-vous\u00a0?\u00a0», avec des images et «\u00a0Nouvelle personne\u00a0».',
    fresh: '«\u00a0Bienvenue\u00a0»\u00a0: une image, un surnom si l’on veut.',
    help: 'Une question, son indice, puis «\u00a0Montrez-moi\u00a0» et «\u00a0Faisons-le ensemble\u00a0».',
    board: 'Le tableau du groupe\u00a0: où en est chacun, et qui a demandé de l’aide.',
    result: 'Le résultat\u00a0: une barre par domaine.',
    finish: '«\u00a0Terminer\u00a0»\u00a0: garder son parcours ou tout effacer.',
  },
  parts: [before, welcome, during, after] as readonly Part[],
};
