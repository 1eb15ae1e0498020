/** A link between two devices of one room: the mediator's board changes by itself. */
export const live = {
  entry: 'En direct',
  on: 'En direct',
  endedAt: (time: string) => `Direct fini, lu à ${time}`,
  over: (name: string) => `Le direct avec ${name} est fini. Son code se lit toujours.`,
  link: {
    title: 'Relier une tablette en direct',
    lead: 'Sur l’autre appareil, touchez «\u00a0Montrer où j’en suis\u00a0», puis «\u00a0En direct\u00a0». Il lit ce code.',
    label: 'Relier en direct',
    next: 'Lire sa réponse',
    read: 'L’autre appareil montre un code à son tour. Lisez-le ici.',
    offered: 'Revoir mon code',
    connecting: 'Les deux appareils se cherchent…',
    linked: (name: string) => `${name} est en direct. Le tableau change tout seul.`,
    keep: 'Gardez Jalon ouvert sur les deux appareils.',
    another: 'Relier une autre tablette',
    again: 'Recommencer',
  },
  show: {
    title: 'En direct',
    lead: 'Votre médiateur vous le propose\u00a0? Lisez le code de sa tablette.',
    told: 'Elle recevra, à chaque changement\u00a0: surnom, image, avancement, niveaux, aide demandée. Jamais vos réponses. Vous arrêtez quand vous voulez.',
    answer: 'Montrez ce code à la tablette du médiateur.',
    label: 'Ma réponse',
    on: 'Vous êtes en direct avec votre médiateur.',
    onTold:
      'Sa tablette reçoit, à chaque changement\u00a0: surnom, image, avancement, niveaux, aide demandée. Jamais vos réponses. Pour arrêter, touchez «\u00a0Arrêter\u00a0», en haut.',
    code: 'Montrer plutôt mon code',
  },
  bar: {
    on: 'En direct',
    stop: 'Arrêter',
    ended: 'Le direct est fini. Votre code se lit toujours.',
    understood: 'D’accord',
  },
  noCamera: 'La caméra ne s’ouvre pas. Choisissez une photo du code.',
  picture: 'Choisir une photo du code',
  refused: {
    noCode: 'Il n’y a pas de code lisible sur cette photo. Approchez-vous et réessayez.',
    somethingElse:
      'Ce code sert à autre chose. Le bon s’ouvre par «\u00a0Relier une tablette en direct\u00a0».',
    newer: 'L’autre appareil a un Jalon plus récent. Mettez celui-ci à jour avec internet.',
    damaged: 'Ce code est incomplet ou abîmé. Lisez-le encore une fois.',
    farAway: 'Ce code mène en dehors de cette salle. Jalon ne le suit pas.',
    otherSide: 'C’est le code de l’autre étape. Lisez celui que montre l’autre appareil.',
    otherTalk: 'Cette réponse est à un autre code. L’autre appareil doit d’abord lire le vôtre.',
  },
  failed: {
    notHere: 'Cet appareil ne sait pas faire le direct. Le code se lit toujours.',
    noNetwork: 'Cet appareil n’a pas de Wi-Fi. Sans Wi-Fi, pas de direct. Le code se lit toujours.',
    notFound:
      'Les deux appareils ne se trouvent pas. Sont-ils sur le même Wi-Fi\u00a0? Le code se lit toujours.',
  },
};
