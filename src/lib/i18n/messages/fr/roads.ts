const results = (count: number): string => (count === 1 ? '1 résultat' : `${count} résultats`);

/** Results that people carry, by a file or by pictures. */
export const roads = {
  handOver: {
    title: 'Donner mes résultats',
    lead: 'Donnez-les à quelqu’un qui aura internet.',
    sealed: 'Cette personne ne peut pas les lire. Seule l’organisation le peut.',
    waiting: (count: number, names: string) =>
      count === 1 ? `1 résultat attend, pour ${names}.` : `${count} résultats attendent, pour ${names}.`,
    nothing: 'Rien n’attend. Vous n’avez rien à donner.',
    left: 'Vos résultats sont partis. Ils restent aussi ici, jusqu’à la preuve de réception.',
    receipt: 'La personne vous a rapporté une preuve\u00a0?',
    readReceipt: 'Lire la preuve',
  },
  give: {
    file: 'Faire un fichier',
    share: 'Partager un fichier',
    pictures: 'Montrer des images',
    saved: 'Le fichier est dans vos téléchargements. Donnez-le par clé USB ou par message.',
    shared: 'Le fichier est partagé.',
    notShared: 'Le fichier n’a pas été partagé. Réessayez, ou montrez des images.',
    tooMany: 'Il y a trop de résultats pour des images. Faites un fichier.',
    failed: 'L’appareil n’a pas pu préparer l’envoi. Rien n’est perdu. Réessayez.',
  },
  pictures: {
    title: 'Montrer des images',
    lead: 'L’autre appareil ouvre «\u00a0Porter des résultats\u00a0», puis sa caméra.',
    one: 'Une seule image suffit.',
    label: 'Image pour l’autre appareil',
    at: (number: number, of: number) => `Image ${number} sur ${of}`,
    more: (number: number) => `Image ${number}, pour ce qui manque encore`,
    play: 'Faire défiler',
    pause: 'Arrêter',
    step: 'Image suivante',
    done: 'C’est lu',
  },
  carry: {
    title: 'Porter des résultats',
    lead: 'Prenez les résultats de quelqu’un. Ils partiront quand vous aurez internet.',
    sealed: 'Vous ne pouvez pas les lire. Une preuve reviendra pour la personne.',
    file: 'Choisir le fichier',
    camera: 'Ouvrir la caméra',
    cameraOn: 'La caméra cherche les images…',
    cameraOff: 'Fermer la caméra',
    noCamera: 'La caméra ne s’ouvre pas. Prenez des photos, ou demandez un fichier.',
    photos: 'Choisir des photos des images',
    found: (found: number, of: number) => `${found} sur ${of} images lues. Continuez.`,
    fresh: (count: number) => `${results(count)} de plus à porter.`,
    known: (count: number) => `${results(count)} déjà ici.`,
    own: 'Ces résultats viennent de cet appareil. Donnez-les à un autre.',
    confirmed: 'Bien reçu\u00a0: l’organisation a vos résultats.',
    forOthers: (count: number) =>
      count === 1 ? '1 preuve de réception à rapporter.' : `${count} preuves de réception à rapporter.`,
    refused: {
      notAPack: 'Ce fichier est autre chose. Cherchez celui qui finit par «\u00a0.jalon-colis\u00a0».',
      newerPack: 'Ce fichier vient d’un Jalon plus récent. Mettez cet appareil à jour avec internet.',
      cutPack: 'Il manque la fin de ce fichier. Demandez-le encore une fois.',
      damagedPack: 'Ce fichier est abîmé. Demandez-le encore une fois.',
      tooLarge: 'Ce fichier est trop grand pour venir de Jalon.',
      emptyPack: 'Il n’y a rien pour cet appareil dans ce fichier.',
      storageFull: 'L’appareil n’a plus de place. Libérez un peu de place, puis réessayez.',
      storageClosed: 'Cet appareil ne peut rien garder ici. Quittez la navigation privée, puis réessayez.',
      somethingElse:
        'Cette image sert à autre chose. Sur l’autre appareil, touchez «\u00a0Montrer des images\u00a0».',
      newer: 'L’autre appareil a un Jalon plus récent. Mettez celui-ci à jour avec internet.',
      damaged: 'Cette image se lit mal. Approchez-vous et continuez.',
      noCode: 'Il n’y a pas d’image lisible sur cette photo. Approchez-vous et réessayez.',
    },
    list: 'Ce que vous portez',
    unknown: 'Une organisation que cet appareil ne connaît pas',
    waiting: (count: number) =>
      count === 1 ? '1 résultat partira avec internet.' : `${count} résultats partiront avec internet.`,
    refusedCount: (count: number) =>
      count === 1
        ? '1 résultat n’a pas été accepté. La personne le garde sur son appareil.'
        : `${count} résultats n’ont pas été acceptés. Les personnes les gardent sur leur appareil.`,
    receipts: (count: number) =>
      count === 1 ? '1 preuve de réception à rapporter.' : `${count} preuves de réception à rapporter.`,
    now: 'Envoyer maintenant',
    noNetwork: 'Pas encore d’internet. Les résultats partiront tout seuls plus tard.',
    give: 'Donner à une autre personne qui aura internet',
    giveBack: 'Rapporter les preuves',
    home: 'Revenir à l’accueil',
  },
};

/** What each language must say of the roads. */
export type RoadsText = typeof roads;
