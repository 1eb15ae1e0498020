export const plain = {
  chooseOne: 'Choisissez une réponse.',
  chooseSeveral: 'Cochez toutes les bonnes réponses.',
  tapPieces: (count: number) =>
    count === 1 ? 'Touchez le bon passage.' : `Touchez les ${count} bons passages.`,
  /** Hotspot: places on a picture. */
  tapPlaces: (count: number) =>
    count === 1 ? 'Touchez le bon endroit de l’image.' : `Touchez les ${count} bons endroits de l’image.`,
  shownPlaces: 'Vous avez montré\u00a0:',
  answer: 'Votre réponse',
  answerNumber: 'Votre réponse, en chiffres',
  /** Ordering: the list and its buttons. */
  putInOrder: 'Mettez dans l’ordre, le premier en haut.',
  up: 'Monter',
  down: 'Descendre',
  upItem: (item: string) => `Monter\u00a0: ${item}`,
  downItem: (item: string) => `Descendre\u00a0: ${item}`,
  moved: (item: string, place: number, count: number) => `${item}\u00a0: place ${place} sur ${count}.`,
  orderIsRight: 'C’est le bon ordre',
  orderKept: 'Ordre retenu',
  /** Matching: one list of choices beside each item. */
  pairUp: 'Pour chaque ligne, choisissez ce qui va avec.',
  choose: 'Choisissez…',
  freed: (item: string) => `${item}\u00a0: à choisir de nouveau.`,
  how: {
    order: (up: string, down: string) => `${up} ou ${down} jusqu’au bon ordre`,
    onPicture: 'sur l’image,',
  },
};
