export const plain = {
  chooseOne: 'Choisissez une réponse.',
  chooseSeveral: 'Cochez toutes les bonnes réponses.',
  answer: 'Votre réponse',
  answerNumber: 'Votre réponse, en chiffres',
  /** Ordering: the list and its buttons. */
  putInOrder: 'Mettez dans l’ordre, le premier en haut.',
  up: 'Monter',
  down: 'Descendre',
  upItem: (item: string) => `Monter : ${item}`,
  downItem: (item: string) => `Descendre : ${item}`,
  moved: (item: string, place: number, count: number) => `${item} : place ${place} sur ${count}.`,
  orderIsRight: 'C’est le bon ordre',
  orderKept: 'Ordre retenu',
  /** Matching: one list of choices beside each item. */
  pairUp: 'Pour chaque ligne, choisissez ce qui va avec.',
  choose: 'Choisissez…',
  freed: (item: string) => `${item} : à choisir de nouveau.`,
};
