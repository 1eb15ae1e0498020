export const simulators = {
  /** The mark on every simulator: this is not a real application. */
  exercise: 'Exercice',
  window: (title: string) => `Exercice\u00a0: ${title}`,
  tools: 'Outils de l’exercice',
  back: 'Retour',
  undo: 'Défaire',
  restart: 'Recommencer',
  undone: 'Dernière action défaite.',
  restarted: 'Vous repartez du début.',
  full: 'L’exercice est très long. Validez, défaites ou recommencez.',
  table: 'Tableau',
  answer: 'Votre réponse',
  answerNumber: 'Votre réponse, en chiffres',
  /** How a sheet over the screen is left. */
  cancel: 'Annuler',
  done: 'C’est fait',
};
