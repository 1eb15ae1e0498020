import type { StationText } from '../fr/station.ts';

export const live: StationText['live'] = {
  entry: 'Live',
  on: 'Live',
  endedAt: (time) => `Live gestopt, gelezen om ${time}`,
  over: (name) => `${name} is niet meer live. De code kunt u nog altijd lezen.`,
  link: {
    title: 'Een tablet live verbinden',
    lead: 'Tik op het andere toestel op «\u00a0Tonen hoever ik ben\u00a0», dan op «\u00a0Live\u00a0». Het leest deze code.',
    label: 'Live verbinden',
    next: 'Het antwoord lezen',
    read: 'Het andere toestel toont nu zelf een code. Lees die hier.',
    offered: 'Mijn code weer tonen',
    connecting: 'De twee toestellen zoeken elkaar…',
    linked: (name) => `${name} is live. De tabel verandert vanzelf.`,
    keep: 'Houd Jalon open op de twee toestellen.',
    another: 'Nog een tablet verbinden',
    again: 'Opnieuw beginnen',
  },
  show: {
    title: 'Live',
    lead: 'Stelt uw begeleider het voor? Lees de code op de tablet van uw begeleider.',
    told: 'Die krijgt bij elke verandering: bijnaam, afbeelding, vooruitgang, niveaus, hulp gevraagd. Nooit uw antwoorden. U stopt wanneer u wilt.',
    answer: 'Toon deze code aan de tablet van uw begeleider.',
    label: 'Mijn antwoord',
    on: 'U bent live met uw begeleider.',
    onTold:
      'De tablet van uw begeleider krijgt bij elke verandering: bijnaam, afbeelding, vooruitgang, niveaus, hulp gevraagd. Nooit uw antwoorden. Stoppen? Tik bovenaan op «\u00a0Stoppen\u00a0».',
    code: 'Liever mijn code tonen',
  },
  bar: {
    on: 'Live',
    stop: 'Stoppen',
    ended: 'Live is gestopt. Uw code is nog altijd te lezen.',
    understood: 'Begrepen',
  },
  noCamera: 'De camera gaat niet open. Kies een foto van de code.',
  picture: 'Een foto van de code kiezen',
  refused: {
    noCode: 'Er staat geen leesbare code op deze foto. Kom dichterbij en probeer opnieuw.',
    somethingElse:
      'Deze code dient voor iets anders. De juiste vindt u bij «\u00a0Een tablet live verbinden\u00a0».',
    newer: 'Het andere toestel heeft een nieuwere Jalon. Werk dit toestel bij met internet.',
    damaged: 'Deze code is onvolledig of beschadigd. Lees hem nog een keer.',
    farAway: 'Deze code leidt naar buiten deze zaal. Jalon volgt hem niet.',
    otherSide: 'Dit is de code van de andere stap. Lees de code op het andere toestel.',
    otherTalk: 'Dit antwoord hoort bij een andere code. Het andere toestel moet eerst de uwe lezen.',
  },
  failed: {
    notHere: 'Dit toestel kan niet live gaan. De code is nog altijd te lezen.',
    noNetwork: 'Dit toestel heeft geen wifi. Zonder wifi geen live. De code is nog altijd te lezen.',
    notFound:
      'De twee toestellen vinden elkaar niet. Zitten ze op dezelfde wifi? De code is nog altijd te lezen.',
  },
};
