export const map = {
  app: 'Plan',
  search: 'Chercher un lieu',
  find: 'Trouver',
  zoom: 'Taille du plan',
  nearer: 'Plus près',
  farther: 'Plus loin',
  places: 'Lieux du plan',
  found: (count: number, query: string) =>
    count === 0
      ? `Rien pour «\u00a0${query}\u00a0»`
      : `${count} ${count === 1 ? 'lieu' : 'lieux'} pour «\u00a0${query}\u00a0»`,
  goThere: 'Y aller',
  save: 'Garder hors ligne',
  unsave: 'Ne plus garder',
  route: 'Itinéraire',
  me: 'Ma position',
  from: 'Départ',
  to: 'Arrivée',
  choose: 'Choisissez',
  leaves: 'Heure de départ',
  how: 'Comment\u00a0?',
  modes: { walk: 'À pied', bike: 'À vélo', car: 'En voiture', bus: 'En bus' },
  noWay: 'Aucun chemin à cette heure. Changez de moyen ou d’heure.',
  result: (minutes: number, time: string) => `${minutes} minutes, arrivée à ${time}.`,
  board: (line: string, time: string) => `${line}, départ du bus à ${time}.`,
  sharing: 'Qui voit où je suis\u00a0?',
  shareWith: (name: string) => `${name} voit ma position`,
  notShared: 'Non',
  durations: { 15: 'Pendant 15 minutes', 60: 'Pendant 1 heure', 480: 'Pendant 8 heures' } as Readonly<
    Record<number, string>
  >,
  did: {
    save: 'Le lieu est gardé, même sans internet.',
    unsave: 'Le lieu n’est plus gardé.',
    share: 'Cette personne voit votre position.',
    stop: 'Cette personne ne voit plus votre position.',
    to: 'L’itinéraire est tracé.',
  } as Readonly<Record<string, string>>,
};
