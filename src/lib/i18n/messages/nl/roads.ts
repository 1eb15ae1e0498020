import type { RoadsText } from '../fr/roads.ts';

const results = (count: number): string => (count === 1 ? '1 resultaat' : `${count} resultaten`);
const proofs = (count: number): string =>
  count === 1 ? '1 ontvangstbewijs om terug te brengen.' : `${count} ontvangstbewijzen om terug te brengen.`;

export const roads: RoadsText = {
  handOver: {
    title: 'Mijn resultaten meegeven',
    lead: 'Geef ze aan iemand die internet zal hebben.',
    sealed: 'Die persoon kan ze niet lezen. Alleen de organisatie kan dat.',
    waiting: (count, names) =>
      count === 1 ? `1 resultaat wacht, voor ${names}.` : `${count} resultaten wachten, voor ${names}.`,
    nothing: 'Er wacht niets. U hebt niets mee te geven.',
    left: 'Uw resultaten zijn vertrokken. Ze blijven ook hier, tot het ontvangstbewijs er is.',
    receipt: 'Heeft de persoon u een bewijs gebracht?',
    readReceipt: 'Het bewijs lezen',
  },
  give: {
    file: 'Een bestand maken',
    share: 'Een bestand delen',
    pictures: 'Beelden tonen',
    saved: 'Het bestand staat bij uw downloads. Geef het met een usb-stick of een bericht.',
    shared: 'Het bestand is gedeeld.',
    notShared: 'Het bestand is niet gedeeld. Probeer opnieuw, of toon beelden.',
    tooMany: 'Er zijn te veel resultaten voor beelden. Maak een bestand.',
    failed: 'Het toestel kon dit niet voorbereiden. Er is niets verloren. Probeer opnieuw.',
  },
  pictures: {
    title: 'Beelden tonen',
    lead: 'Het andere toestel opent “Resultaten meenemen”, en dan zijn camera.',
    one: 'Eén beeld is genoeg.',
    label: 'Beeld voor het andere toestel',
    at: (number, of) => `Beeld ${number} van ${of}`,
    more: (number) => `Beeld ${number}, voor wat nog ontbreekt`,
    play: 'Afspelen',
    pause: 'Stoppen',
    step: 'Volgend beeld',
    done: 'Het is gelezen',
  },
  carry: {
    title: 'Resultaten meenemen',
    lead: 'Neem de resultaten van iemand mee. Ze vertrekken zodra u internet hebt.',
    sealed: 'U kunt ze niet lezen. Er komt een bewijs terug voor de persoon.',
    file: 'Het bestand kiezen',
    camera: 'De camera openen',
    cameraOn: 'De camera zoekt de beelden…',
    cameraOff: 'De camera sluiten',
    noCamera: 'De camera gaat niet open. Neem foto’s, of vraag een bestand.',
    photos: 'Foto’s van de beelden kiezen',
    found: (found, of) => `${found} van ${of} beelden gelezen. Ga verder.`,
    fresh: (count) => `${results(count)} meer om mee te nemen.`,
    known: (count) => `${results(count)} al hier.`,
    own: 'Deze resultaten komen van dit toestel. Geef ze aan een ander.',
    confirmed: 'Goed ontvangen: de organisatie heeft uw resultaten.',
    forOthers: proofs,
    refused: {
      notAPack: 'Dit bestand is iets anders. Zoek het bestand dat eindigt op “.jalon-colis”.',
      newerPack: 'Dit bestand komt van een nieuwere Jalon. Werk dit toestel bij met internet.',
      cutPack: 'Het einde van dit bestand ontbreekt. Vraag het nog een keer.',
      damagedPack: 'Dit bestand is beschadigd. Vraag het nog een keer.',
      tooLarge: 'Dit bestand is te groot om van Jalon te komen.',
      emptyPack: 'In dit bestand zit niets voor dit toestel.',
      storageFull: 'Het toestel heeft geen plaats meer. Maak wat plaats vrij, en probeer opnieuw.',
      storageClosed: 'Dit toestel kan hier niets bewaren. Verlaat het privévenster, en probeer opnieuw.',
      somethingElse: 'Dit beeld dient voor iets anders. Tik op het andere toestel op “Beelden tonen”.',
      newer: 'Het andere toestel heeft een nieuwere Jalon. Werk dit toestel bij met internet.',
      damaged: 'Dit beeld is slecht leesbaar. Kom dichterbij en ga verder.',
      noCode: 'Op deze foto staat geen leesbaar beeld. Kom dichterbij en probeer opnieuw.',
    },
    list: 'Wat u meeneemt',
    unknown: 'Een organisatie die dit toestel niet kent',
    waiting: (count) =>
      count === 1
        ? '1 resultaat vertrekt zodra er internet is.'
        : `${count} resultaten vertrekken zodra er internet is.`,
    refusedCount: (count) =>
      count === 1
        ? '1 resultaat werd niet aanvaard. De persoon bewaart het op het eigen toestel.'
        : `${count} resultaten werden niet aanvaard. De personen bewaren ze op het eigen toestel.`,
    receipts: proofs,
    now: 'Nu versturen',
    noNetwork: 'Nog geen internet. De resultaten vertrekken later vanzelf.',
    give: 'Meegeven aan iemand anders die internet zal hebben',
    giveBack: 'De bewijzen terugbrengen',
    home: 'Terug naar het begin',
  },
};
