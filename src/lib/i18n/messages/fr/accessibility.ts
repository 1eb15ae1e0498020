interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

export const accessibility = {
  title: 'Déclaration d’accessibilité',
  lead: 'Jalon veut servir à tout le monde. Voici ce qui est vérifié, et ce qui ne va pas encore.',
  sections: [
    {
      title: 'De quoi parle cette page',
      lines: [
        'De l’application Jalon, telle que l’organisation qui vous la propose l’a installée.',
        'Les règles\u00a0: la norme européenne EN 301 549 et les WCAG 2.2, niveau AA. En Belgique, la loi du 19 juillet 2018 et les décrets et ordonnances des entités fédérées. En France, l’article 47 de la loi du 11 février 2005 et le RGAA 4.1.',
      ],
    },
    {
      title: 'État de conformité',
      lines: [
        'Jalon est partiellement conforme, d’après ceux qui le font. Personne d’autre ne l’a audité.',
        'En France, un service sans audit au RGAA compte comme non conforme. C’est donc aussi le cas ici.',
      ],
    },
    {
      title: 'Ce qui est vérifié à chaque version',
      lines: [
        'Les écrans, avec l’outil automatique axe, en clair et en sombre.',
        'Un parcours entier avec le clavier seul, et chaque exercice au doigt et au clavier.',
        'L’affichage sur un écran de 320 pixels, et chaque cible d’au moins 56 pixels de haut.',
        'Le focus, toujours visible. Aucune limite de temps, sauf à l’examen blanc.',
      ],
    },
    {
      title: 'Ce qui ne va pas encore',
      lines: [
        'Aucun essai par des personnes qui utilisent chaque jour un lecteur d’écran.',
        'Quelques exercices demandent de voir\u00a0: retoucher une photo, viser un endroit sur une image.',
        'La lecture à voix haute dépend de la voix de l’appareil. Certains n’en ont pas.',
        'Les exercices sont en français et en anglais seulement. Rien n’est en langue des signes.',
        'Les textes sont simples, mais pas validés en «\u00a0facile à lire et à comprendre\u00a0».',
        'Les feuilles imprimées ou enregistrées en PDF ne sont pas vérifiées pour un lecteur d’écran.',
      ],
    },
    {
      title: 'Comment cette page est faite',
      lines: [
        'Écrite le 30 novembre 2026, après une auto-évaluation. Elle est à revoir chaque année.',
        'Aucune charge disproportionnée n’est invoquée.',
      ],
    },
    {
      title: 'Nous écrire',
      lines: [
        'Une page vous bloque\u00a0? Parlez-en à votre médiateur, ou écrivez à l’équipe avec le bouton ci-dessous.',
        'L’organisation vous donne ce que vous cherchez sous une autre forme\u00a0: sur papier, ou avec quelqu’un.',
      ],
    },
    {
      title: 'Si la réponse ne convient pas',
      lines: [
        'En Belgique\u00a0: le Médiateur fédéral (mediateurfederal.be)\u00a0; en Wallonie et en Fédération Wallonie-Bruxelles, le Médiateur (le-mediateur.be, rue Lucien Namèche 54, 5000 Namur)\u00a0; à Bruxelles, ombuds.brussels\u00a0; en Flandre, vlaamseombudsdienst.be.',
        'En France\u00a0: le Défenseur des droits (defenseurdesdroits.fr), en ligne, par un délégué près de chez vous ou par courrier.',
      ],
    },
  ] as readonly Section[],
};
