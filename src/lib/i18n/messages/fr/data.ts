export const data = {
  title: 'Mes données',
  lead: 'Tout est sur cet appareil, et nulle part ailleurs sans votre accord.',
  kept: {
    title: 'Ce qui est gardé ici',
    nickname: (name: string) => `Surnom\u00a0: ${name}`,
    attempts: (count: number) => (count === 1 ? '1 test ou entraînement' : `${count} tests ou entraînements`),
    answers: (count: number) => (count === 1 ? '1 réponse' : `${count} réponses`),
    lessons: (count: number) => (count === 1 ? '1 leçon ouverte' : `${count} leçons ouvertes`),
    agreements: (count: number) =>
      count === 0
        ? 'Aucun résultat n’a été envoyé'
        : count === 1
          ? '1 accord d’envoi'
          : `${count} accords d’envoi`,
    card: (count: number) =>
      count === 1 ? '1 niveau d’une carte imprimée' : `${count} niveaux d’une carte imprimée`,
    size: (size: string) => `Place utilisée\u00a0: ${size}`,
    none: 'Rien encore.',
  },
  agreements: 'Voir mes accords, ou les reprendre',
  save: {
    title: 'Garder une sauvegarde',
    lead: 'Un seul fichier, pour un nouvel appareil. Mettez-le en lieu sûr\u00a0: il contient vos réponses.',
    button: 'Enregistrer la sauvegarde',
    done: 'La sauvegarde est dans vos téléchargements.',
  },
  restore: {
    title: 'Reprendre une sauvegarde',
    lead: 'Choisissez le fichier de votre sauvegarde. Il commence par «\u00a0jalon-sauvegarde\u00a0».',
    button: 'Choisir le fichier',
    done: 'Vos données sont là.',
    nothing: 'Tout était déjà là. Rien n’a changé.',
    refused: {
      notABackup: 'Ce fichier n’est pas une sauvegarde de Jalon. Choisissez-en un autre.',
      cutShort: 'Il manque la fin de ce fichier. Copiez-le à nouveau depuis l’ancien appareil.',
      newerBackup: 'Cette sauvegarde vient d’un Jalon plus récent. Mettez d’abord Jalon à jour.',
      changedBackup: 'Ce fichier a été abîmé ou changé. Copiez-le à nouveau depuis l’ancien appareil.',
      wrongPassphrase: 'Ce n’est pas la bonne phrase. Relisez votre papier, puis réessayez.',
      otherPerson:
        'Cette sauvegarde est d’une autre personne. Enregistrez d’abord ce qui est ici, effacez-le, puis recommencez.',
      otherWay:
        'Vous avez continué ici autrement que dans cette sauvegarde. Rien n’a changé\u00a0: on ne mélange pas deux suites.',
    },
  },
  copy: {
    lead: 'Pour lire ou imprimer vos tests, vos réponses et vos accords, sans Jalon.',
    button: 'Enregistrer une copie à lire',
    data: 'Enregistrer les données (JSON)',
  },
  readable: {
    title: 'Mes données dans Jalon',
    made: (day: string) => `Copie faite le ${day}.`,
    stays: 'Cette page est à vous. Elle ne contient rien qui s’envoie.',
    age: (band: string) => `Âge indiqué\u00a0: ${band}`,
    tests: 'Mes tests et mes réponses',
    lessons: 'Mes leçons',
    agreements: 'Mes accords',
    answer: 'Votre réponse\u00a0:',
    gestures: (count: number) =>
      count === 1 ? '1 geste dans l’exercice' : `${count} gestes dans l’exercice`,
    helped: 'avec de l’aide',
    opened: 'Ouverte',
  },
  passphrase: {
    add: 'Ajouter une phrase secrète',
    why: 'Sans elle, personne ne peut lire le fichier.',
    danger:
      'Vous non plus\u00a0: oubliée, elle est perdue, et vos données avec elle. Voilà pourquoi Jalon n’en demande pas.',
    label: 'Votre phrase secrète',
    hint: '8 lettres au moins. Quatre mots au hasard vont bien. Écrivez-la aussi sur un papier.',
    short: 'Cette phrase est trop courte. Il faut 8 lettres au moins.',
    asked: 'Ce fichier demande sa phrase secrète.',
    open: 'Ouvrir le fichier',
  },
  card: {
    section: 'Une carte à imprimer',
    lead: 'Elle tient dans la poche. Elle redonne vos niveaux à un autre téléphone, sans internet.',
    make: 'Faire ma carte',
    bring: 'J’ai une carte imprimée',
    title: 'Ma carte',
    what: 'La carte garde vos niveaux et ce qui est à revoir. Vos réponses n’y sont pas\u00a0: la sauvegarde les garde.',
    none: 'Faites d’abord un test\u00a0: la carte garde ses niveaux.',
    print: 'Imprimer ma carte',
    label: 'Les niveaux de cette carte',
    made: (day: string) => `Carte du ${day}`,
    how: 'Visez ce code avec l’appareil photo du nouveau téléphone.',
    letters: 'Sans appareil photo, recopiez ces lettres dans «\u00a0J’ai une carte imprimée\u00a0».',
    ways: 'Prenez le code en photo, bien à plat et en pleine lumière. Ou recopiez les lettres.',
    photo: 'Prendre le code en photo',
    type: 'Les lettres de la carte',
    read: 'Lire la carte',
    take: 'Reprendre ces niveaux\u00a0?',
    yes: 'Oui, reprendre',
    seen: (count: number) =>
      count === 0
        ? 'Elle ne dit pas quelles questions vous avez vues.'
        : `Questions déjà vues\u00a0: ${count}.`,
    honest: 'Ils seront marqués «\u00a0d’après une carte\u00a0». Un test fait ici les remplacera.',
    done: 'Vos niveaux sont là',
    doneMore: 'Ils sont dans votre profil, «\u00a0d’après une carte imprimée\u00a0».',
    noCode: 'Aucun code n’a été lu sur cette photo. Rapprochez-vous, à plat, puis réessayez.',
    refused: {
      notACard: 'Ce n’est pas une carte de niveaux de Jalon. Regardez si c’est la bonne.',
      cutCard: 'Il manque un morceau, ou une lettre est fausse. Relisez la carte, puis réessayez.',
      newerCard: 'Cette carte vient d’un Jalon plus récent. Mettez d’abord Jalon à jour.',
    },
  },
  erase: {
    title: 'Effacer mes données',
    lead: 'Tests, réponses, leçons, accords et réglages quittent cet appareil. On ne peut pas revenir en arrière.',
    shared:
      'Seulement les vôtres\u00a0: les autres personnes de cette tablette gardent tout. Ce que vous avez accepté d’envoyer partira quand même.',
    waiting:
      'Un résultat que vous avez accepté d’envoyer n’est pas encore parti\u00a0: il serait effacé aussi.',
    left: 'Ce qui est déjà arrivé chez une organisation y reste. Pour le reprendre, voyez d’abord vos accords.',
    button: 'Effacer mes données',
    sure: 'Oui, tout effacer',
    keep: 'Non, tout garder',
    ask: 'Tout effacer de cet appareil\u00a0?',
  },
  failed: 'L’appareil n’a pas pu le faire. Rien n’a changé. Réessayez.',
  bring: 'J’ai une sauvegarde',
};
