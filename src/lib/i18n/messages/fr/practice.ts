export const practice = {
  title: 'S’entraîner',
  lead: 'Vous voyez la réponse après chaque exercice. Ici, rien ne compte.',
  wanted: 'Choisi pour vous',
  again: 'À revoir',
  againNone: 'Rien à revoir pour le moment. Choisissez ce qui vous plaît.',
  all: 'Tout ce qu’on peut apprendre',
  exercises: (count: number) => (count === 1 ? '1 exercice' : `${count} exercices`),
};
