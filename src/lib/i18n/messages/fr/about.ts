export const about = {
  title: 'À propos de Jalon',
  what: 'Jalon vous aide à savoir où vous en êtes avec le numérique, à progresser et à le montrer.',
  privacyTitle: 'Vos données',
  privacy: 'Tout reste sur cet appareil. Rien ne part sans votre accord. Jalon ne vous suit pas.',
  accessTitle: 'Pour tous',
  access:
    'Jalon est fait pour le doigt, le clavier et le lecteur d’écran. Un problème\u00a0? Dites-le à votre médiateur.',
  statement: 'Déclaration d’accessibilité',
  helpersTitle: 'Pour ceux qui accompagnent',
  helpers: 'Jalon sert aussi à animer un atelier, sans internet.',
  guide: 'Animer une séance\u00a0: le guide',
  paper: 'Un test à imprimer',
  paperEntry: 'Recopier un test papier',
  licenceTitle: 'Libre',
  licence: 'Le logiciel est sous licence EUPL 1.2. Les exercices sont sous licence CC BY-SA 4.0.',
};
