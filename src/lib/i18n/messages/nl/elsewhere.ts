import type { StationText } from '../fr/station.ts';

export const show: StationText['show'] = {
  title: 'Tonen hoever ik ben',
  lead: 'Toon dit scherm aan uw begeleider.',
  label: 'Hoever ik ben',
  told: 'Deze code zegt: bijnaam, afbeelding, vooruitgang, niveaus, hulp gevraagd. Nooit uw antwoorden.',
  stays: 'Er gaat niets weg, behalve naar wie deze code leest.',
  guest: 'Gast',
  nothing: 'Nog geen test',
  at: (number, of) => `Vraag ${number} van ${of}`,
  done: 'Test klaar',
  letters: 'Geen camera? De letters bekijken',
  home: 'Terug naar het begin',
};

export const elsewhere: StationText['elsewhere'] = {
  title: 'Een andere tablet lezen',
  lead: 'Tik op het andere toestel op «\u00a0Tonen hoever ik ben\u00a0». Lees dan hier de code.',
  noCamera: 'De camera gaat niet open. Kies een foto, of typ de letters.',
  picture: 'Een foto van de code kiezen',
  letters: 'De letters van de code',
  lettersHint: 'Ze staan onder de code, in groepjes van 4.',
  submit: 'Deze letters lezen',
  read: (name, where) => `${name} staat in de tabel: ${where}.`,
  toBoard: 'De groep bekijken',
  refused: {
    noCode: 'Er staat geen leesbare code op deze foto. Kom dichterbij en probeer opnieuw.',
    somethingElse:
      'Deze code dient voor iets anders. Tik op het andere toestel op «\u00a0Tonen hoever ik ben\u00a0».',
    newer: 'Het andere toestel heeft een nieuwere Jalon. Werk deze tablet bij met internet.',
    damaged: 'Deze code is onvolledig of beschadigd. Lees hem nog een keer.',
    otherDay: 'Deze code is niet van vandaag. Vraag een nieuwe, en kijk de datum van de toestellen na.',
  },
};
