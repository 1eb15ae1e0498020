import type { RoadsText } from '../fr/roads.ts';

const results = (count: number): string => (count === 1 ? '1 Ergebnis' : `${count} Ergebnisse`);
const proofs = (count: number): string =>
  count === 1
    ? '1 Empfangsbestätigung zum Zurückbringen.'
    : `${count} Empfangsbestätigungen zum Zurückbringen.`;

export const roads: RoadsText = {
  handOver: {
    title: 'Meine Ergebnisse mitgeben',
    lead: 'Geben Sie sie jemandem, der Internet haben wird.',
    sealed: 'Diese Person kann sie nicht lesen. Das kann nur die Organisation.',
    waiting: (count, names) =>
      count === 1 ? `1 Ergebnis wartet, für ${names}.` : `${count} Ergebnisse warten, für ${names}.`,
    nothing: 'Nichts wartet. Sie haben nichts mitzugeben.',
    left: 'Ihre Ergebnisse sind unterwegs. Sie bleiben auch hier, bis zur Empfangsbestätigung.',
    receipt: 'Hat die Person Ihnen eine Bestätigung gebracht?',
    readReceipt: 'Die Bestätigung lesen',
  },
  give: {
    file: 'Eine Datei machen',
    share: 'Eine Datei teilen',
    pictures: 'Bilder zeigen',
    saved: 'Die Datei liegt in Ihren Downloads. Geben Sie sie per USB-Stick oder Nachricht weiter.',
    shared: 'Die Datei ist geteilt.',
    notShared: 'Die Datei wurde nicht geteilt. Versuchen Sie es noch einmal, oder zeigen Sie Bilder.',
    tooMany: 'Für Bilder sind es zu viele Ergebnisse. Machen Sie eine Datei.',
    failed: 'Das Gerät konnte nichts vorbereiten. Nichts ist verloren. Versuchen Sie es noch einmal.',
  },
  pictures: {
    title: 'Bilder zeigen',
    lead: 'Das andere Gerät öffnet „Ergebnisse mitnehmen“ und dann seine Kamera.',
    one: 'Ein einziges Bild genügt.',
    label: 'Bild für das andere Gerät',
    at: (number, of) => `Bild ${number} von ${of}`,
    more: (number) => `Bild ${number}, für das, was noch fehlt`,
    play: 'Ablaufen lassen',
    pause: 'Anhalten',
    step: 'Nächstes Bild',
    done: 'Es ist gelesen',
  },
  carry: {
    title: 'Ergebnisse mitnehmen',
    lead: 'Nehmen Sie Ergebnisse von jemandem mit. Sie gehen ab, sobald Sie Internet haben.',
    sealed: 'Sie können sie nicht lesen. Für die Person kommt eine Bestätigung zurück.',
    file: 'Die Datei wählen',
    camera: 'Die Kamera öffnen',
    cameraOn: 'Die Kamera sucht die Bilder…',
    cameraOff: 'Die Kamera schließen',
    noCamera: 'Die Kamera öffnet sich nicht. Machen Sie Fotos, oder bitten Sie um eine Datei.',
    photos: 'Fotos der Bilder wählen',
    found: (found, of) => `${found} von ${of} Bildern gelesen. Machen Sie weiter.`,
    fresh: (count) => `${results(count)} mehr zum Mitnehmen.`,
    known: (count) => `${results(count)} schon hier.`,
    own: 'Diese Ergebnisse kommen von diesem Gerät. Geben Sie sie einem anderen.',
    confirmed: 'Gut angekommen: Die Organisation hat Ihre Ergebnisse.',
    forOthers: proofs,
    refused: {
      notAPack: 'Diese Datei ist etwas anderes. Suchen Sie die, die auf „.jalon-colis“ endet.',
      newerPack: 'Diese Datei kommt von einem neueren Jalon. Aktualisieren Sie dieses Gerät mit Internet.',
      cutPack: 'Das Ende dieser Datei fehlt. Bitten Sie noch einmal darum.',
      damagedPack: 'Diese Datei ist beschädigt. Bitten Sie noch einmal darum.',
      tooLarge: 'Diese Datei ist zu groß, um von Jalon zu kommen.',
      emptyPack: 'In dieser Datei ist nichts für dieses Gerät.',
      storageFull:
        'Das Gerät hat keinen Platz mehr. Schaffen Sie etwas Platz und versuchen Sie es noch einmal.',
      storageClosed:
        'Dieses Gerät kann hier nichts behalten. Verlassen Sie das private Fenster und versuchen Sie es noch einmal.',
      somethingElse: 'Dieses Bild dient etwas anderem. Tippen Sie auf dem anderen Gerät auf „Bilder zeigen“.',
      newer: 'Das andere Gerät hat ein neueres Jalon. Aktualisieren Sie dieses mit Internet.',
      damaged: 'Dieses Bild ist schlecht lesbar. Gehen Sie näher heran und machen Sie weiter.',
      noCode:
        'Auf diesem Foto ist kein lesbares Bild. Gehen Sie näher heran und versuchen Sie es noch einmal.',
    },
    list: 'Was Sie mitnehmen',
    unknown: 'Eine Organisation, die dieses Gerät nicht kennt',
    waiting: (count) =>
      count === 1
        ? '1 Ergebnis geht ab, sobald es Internet gibt.'
        : `${count} Ergebnisse gehen ab, sobald es Internet gibt.`,
    refusedCount: (count) =>
      count === 1
        ? '1 Ergebnis wurde nicht angenommen. Die Person behält es auf ihrem Gerät.'
        : `${count} Ergebnisse wurden nicht angenommen. Die Personen behalten sie auf ihren Geräten.`,
    receipts: proofs,
    now: 'Jetzt senden',
    noNetwork: 'Noch kein Internet. Die Ergebnisse gehen später von selbst ab.',
    give: 'Jemand anderem mitgeben, der Internet haben wird',
    giveBack: 'Die Bestätigungen zurückbringen',
    home: 'Zurück zum Anfang',
  },
};
