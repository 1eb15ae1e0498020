export const common = {
  product: 'Jalon',
  back: 'Retour',
  next: 'Continuer',
  close: 'Fermer',
  cancel: 'Annuler',
  yes: 'Oui',
  no: 'Non',
  done: 'C’est fait',
  retry: 'Réessayer',
  home: 'Accueil',
};
