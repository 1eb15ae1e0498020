export const evaluate = {
  title: 'Choisissez un test',
  lead: 'Tous marchent sans internet. Vous pouvez vous arrêter et revenir.',
  tests: {
    flash: {
      name: 'Le test éclair',
      what: 'Un premier repère.',
      size: '6 à 8 questions, environ 5 minutes',
    },
    diagnostic: {
      name: 'Le test des 5 domaines',
      what: 'Votre niveau dans chaque domaine.',
      size: '10 questions, environ 15 minutes',
    },
    long: {
      name: 'Le test détaillé',
      what: 'Les 5 domaines, avec moins de doute.',
      size: '16 à 20 questions, environ 30 minutes',
    },
    topic: {
      name: 'Un seul sujet',
      what: 'Vous choisissez parmi les 16 sujets.',
      size: '8 à 15 questions, environ 15 minutes',
    },
    profile: {
      name: 'Mon profil complet',
      what: 'Les 16 sujets, un peu chaque jour.',
      size: 'jusqu’à 64 questions, sur plusieurs jours',
    },
    exam: {
      name: 'L’examen blanc',
      what: 'Pour s’entraîner à la certification.',
      size: '32 questions, sans aide',
    },
  },
};
