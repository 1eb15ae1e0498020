/** Where somebody stands, shown on their screen. */
export const show = {
  title: 'Montrer où j’en suis',
  lead: 'Montrez cet écran à votre médiateur.',
  label: 'Où j’en suis',
  told: 'Ce code dit\u00a0: surnom, image, avancement, niveaux, aide demandée. Jamais vos réponses.',
  stays: 'Rien ne part, sauf vers la personne qui lit ce code.',
  guest: 'Invité',
  nothing: 'Pas encore de test',
  at: (number: number, of: number) => `Question ${number} sur ${of}`,
  done: 'Test terminé',
  letters: 'Pas de caméra\u00a0? Voir les lettres',
  home: 'Revenir à l’accueil',
};

/** What a mediator reads of another device. */
export const elsewhere = {
  title: 'Lire une autre tablette',
  lead: 'Sur l’autre appareil, touchez «\u00a0Montrer où j’en suis\u00a0». Puis lisez son code ici.',
  noCamera: 'La caméra ne s’ouvre pas. Choisissez une photo, ou tapez les lettres.',
  picture: 'Choisir une photo du code',
  letters: 'Les lettres du code',
  lettersHint: 'Elles sont sous le code, par groupes de 4.',
  submit: 'Lire ces lettres',
  read: (name: string, where: string) => `${name} est au tableau\u00a0: ${where}.`,
  toBoard: 'Voir le groupe',
  refused: {
    noCode: 'Il n’y a pas de code lisible sur cette photo. Approchez-vous et réessayez.',
    somethingElse:
      'Ce code sert à autre chose. Sur l’autre appareil, touchez «\u00a0Montrer où j’en suis\u00a0».',
    newer: 'L’autre appareil a un Jalon plus récent. Mettez cette tablette à jour avec internet.',
    damaged: 'Ce code est incomplet ou abîmé. Lisez-le encore une fois.',
    otherDay: 'Ce code n’est pas d’aujourd’hui. Demandez-en un nouveau, et vérifiez la date des appareils.',
  },
};
