import type { Handbook } from '../fr-handbook.ts';

export const accessibility: Handbook['accessibility'] = {
  title: 'Toegankelijkheidsverklaring',
  lead: 'Jalon wil er voor iedereen zijn. Dit wordt nagekeken, en dit is nog niet in orde.',
  sections: [
    {
      title: 'Waarover deze bladzijde gaat',
      lines: [
        'Over de toepassing Jalon, zoals de organisatie die ze u aanbiedt ze heeft geïnstalleerd.',
        'De regels: de Europese norm EN 301 549 en de WCAG 2.2, niveau AA. In België de wet van 19 juli 2018 en de decreten en ordonnanties van de deelstaten. In Frankrijk artikel 47 van de wet van 11 februari 2005 en het RGAA 4.1.',
      ],
    },
    {
      title: 'Stand van zaken',
      lines: [
        'Jalon voldoet gedeeltelijk, volgens wie het maakt. Niemand anders heeft het doorgelicht.',
        'In Frankrijk geldt een dienst zonder RGAA-audit als niet conform. Dat is dus ook hier zo.',
      ],
    },
    {
      title: 'Wat bij elke versie wordt nagekeken',
      lines: [
        'De schermen, met het automatische hulpmiddel axe, licht en donker.',
        'Een volledig traject met alleen het toetsenbord, en elke oefening met de vinger en het toetsenbord.',
        'De weergave op een scherm van 320 pixels, en elk doel minstens 56 pixels hoog.',
        'De focus, altijd zichtbaar. Geen tijdslimiet, behalve bij het proefexamen.',
      ],
    },
    {
      title: 'Wat nog niet in orde is',
      lines: [
        'Geen proef door mensen die elke dag een schermlezer gebruiken.',
        'Enkele oefeningen vragen om te zien: een foto bijwerken, een plek op een afbeelding aanwijzen.',
        'Het voorlezen hangt af van de stem van het toestel. Sommige hebben er geen.',
        'De oefeningen zijn alleen in het Frans en het Engels. Niets is in gebarentaal.',
        'De teksten zijn eenvoudig, maar niet gekeurd als ‘makkelijk te lezen’.',
        'Afgedrukte of als pdf bewaarde bladen zijn niet nagekeken voor een schermlezer.',
      ],
    },
    {
      title: 'Hoe deze bladzijde tot stand komt',
      lines: [
        'Geschreven op 30 november 2026, na een zelfevaluatie. Ze moet elk jaar worden herzien.',
        'Er wordt geen onevenredige last ingeroepen.',
      ],
    },
    {
      title: 'Ons schrijven',
      lines: [
        'Loopt u vast op een bladzijde? Zeg het aan uw begeleider, of schrijf het team met de knop hieronder.',
        'De organisatie geeft u wat u zoekt in een andere vorm: op papier, of met iemand erbij.',
      ],
    },
    {
      title: 'Als het antwoord niet volstaat',
      lines: [
        'In België: de federale Ombudsman (federaalombudsman.be); in Vlaanderen vlaamseombudsdienst.be; in Brussel ombuds.brussels; in Wallonië en de Federatie Wallonië-Brussel le-mediateur.be (rue Lucien Namèche 54, 5000 Namen).',
        'In Frankrijk: de Défenseur des droits (defenseurdesdroits.fr), online, via een afgevaardigde in uw buurt of per brief.',
      ],
    },
  ],
};
