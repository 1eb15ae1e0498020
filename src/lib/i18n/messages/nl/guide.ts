import type { Handbook } from '../fr-handbook.ts';

export const guide: Handbook['guide'] = {
  title: 'Een sessie begeleiden',
  lead: 'Vier bladzijden om vooraf te lezen en bij de hand te houden.',
  print: 'De 4 bladzijden afdrukken',
  tools: 'Voor uw sessie',
  page: (at, of) => `Bladzijde ${at} van ${of}`,
  pictures: {
    ready: 'De startpagina van Jalon zegt ‘Klaar zonder internet’.',
    session: 'De ruimte van de begeleider: kiezen wat de mensen doen, en de sessie starten.',
    who: '‘Wie bent u?’, met afbeeldingen en ‘Nieuwe persoon’.',
    fresh: '‘Welkom’: een afbeelding, en een roepnaam als men wil.',
    help: 'Een vraag met haar tip, dan ‘Toon het mij’ en ‘Laten we het samen doen’.',
    board: 'De tabel van de groep: waar iedereen staat, en wie hulp heeft gevraagd.',
    result: 'Het resultaat: een balk per domein.',
    finish: '‘Stoppen’: zijn traject bewaren of alles wissen.',
  },
  parts: [
    {
      title: 'Vooraf: voorbereiden',
      lead: 'Reken op een uur voor zes tot acht mensen. Ook deze gids werkt zonder internet.',
      blocks: [
        {
          title: 'De dag ervoor, met internet',
          items: [
            'Open Jalon op elk toestel. Wacht op ‘Klaar zonder internet’.',
            'Zet de wifi uit, sluit Jalon, open het opnieuw. Het moet opengaan.',
            'Eén tablet voor meer mensen? Tik in Instellingen op ‘Dit toestel aan meerdere mensen lenen’.',
            'Kies uw begeleiderscode. Bewaar ze goed: niemand kan ze terugvinden.',
            'Druk deze gids en enkele tests op papier af.',
          ],
        },
        {
          title: 'Welke test kiezen?',
          items: [
            'De snelle test: een eerste kennismaking, in 5 minuten.',
            'De test van de 5 domeinen: om een traject voor te bereiden, in 15 minuten.',
            'Eén onderwerp: voor of na een atelier, in 15 minuten.',
            'Op papier: voor wie geen scherm wil.',
          ],
        },
        {
          title: 'De zaal',
          items: [
            'Een plaats per persoon, een scherm zonder weerschijn, een stoel op de juiste hoogte.',
            'Ruimte tussen de plaatsen: iedereen antwoordt voor zichzelf.',
            'Een rustig hoekje om met twee over een resultaat te praten.',
            'Stopcontacten, oortjes, pennen, een loep, een doekje voor de schermen.',
          ],
        },
        {
          title: 'Vlak voor de deur opengaat',
          items: [
            'De toestellen zijn opgeladen en schoon.',
            'Elk toestel zegt ‘Klaar zonder internet’.',
            'Het scherm is helder en het geluid luid genoeg.',
            'De sessie is gestart in de ruimte van de begeleider.',
            'De bladen en de pennen liggen op tafel.',
          ],
        },
      ],
    },
    {
      title: 'Verwelkomen: een minuut per persoon',
      lead: 'Wie zich veilig voelt, toont wat hij kan. De eerste minuut beslist.',
      blocks: [
        {
          title: 'Het toestel in 60 seconden doorgeven',
          items: [
            'Ga naast de persoon zitten, nooit ertegenover.',
            'Tik op ‘Nieuwe persoon’ en geef de tablet. Daarna blijven uw handen eraf.',
            'De persoon kiest een afbeelding en, als hij wil, een roepnaam.',
            'Toon twee knoppen: ‘Ik weet het niet’ en ‘Een tip’.',
            'Blijf bij de eerste vraag. Ga weg als ze klaar is.',
          ],
        },
        {
          title: 'Wat u kunt zeggen',
          items: [
            'Dit is geen examen. We zoeken waar we beginnen.',
            'Niemand weet alles. ‘Ik weet het niet’ is een goed antwoord.',
            'Neem uw tijd. Hier gaat niets stuk en wordt niets gekocht.',
            'De namen, de berichten en de websites zijn verzonnen.',
            'Wilt u dat de vragen worden voorgelezen? Tik op ‘Beluisteren’.',
          ],
        },
        {
          title: 'Wat u over de gegevens zegt',
          items: [
            'Geen echte naam, geen e-mailadres, geen account.',
            'Alles blijft op dit toestel, achter slot en grendel.',
            'U ziet de roepnaam, de niveaus en hoever iemand is. Nooit de antwoorden.',
            'Niets vertrekt zonder een ja. Een nee verandert niets aan de hulp.',
            'Onder 15 jaar moet een ouder akkoord gaan om te versturen.',
            'Op het einde kiest de persoon: bewaren of alles wissen.',
          ],
        },
        {
          title: 'Iemand twijfelt?',
          items: [
            'Maak samen een vraag, zonder iets te tellen.',
            'Stel de test op papier voor.',
            'Aanvaard een nee. De volgende keer staat de deur open.',
          ],
        },
      ],
    },
    {
      title: 'Tijdens: helpen zonder het over te nemen',
      lead: 'Uw nuttigste hulp is vaak: even wachten.',
      blocks: [
        {
          title: 'Wie heeft hulp nodig?',
          items: [
            'Ga om de vijf minuten de zaal rond.',
            'Kijk naar de handen: wie het scherm niet meer aanraakt, wacht misschien.',
            'Een zucht, een ongemakkelijke lach, een blik opzij: kom dichterbij.',
            '‘Ik heb hulp nodig’ laat een teken na in de tabel van de groep.',
            'Meerdere toestellen? De persoon tikt op ‘Tonen hoever ik ben’. Lees de code in ‘De groep’.',
            'Die regel zegt hoe laat u las: hij verandert niet vanzelf. Lees opnieuw om bij te werken.',
            'Zelfde wifi? ‘Een tablet live verbinden’: de regel verandert dan vanzelf.',
          ],
        },
        {
          title: 'De ladder van de hulp, trede voor trede',
          items: [
            'Wacht. Tel in gedachten tot tien.',
            'Vraag: ‘Wat wordt u gevraagd?’ Laat herlezen of beluisteren.',
            'Stel ‘Een tip’ voor. Het antwoord telt nog mee.',
            'Stel ‘Toon het mij’ voor: Jalon doet het voor op het scherm.',
            'Stel ‘Laten we het samen doen’ voor, stap voor stap.',
            'Vanaf ‘Toon het mij’ geldt de vraag als nog te leren. Dat is goed zo.',
          ],
        },
        {
          title: 'Wat u beter niet doet',
          items: [
            'De tablet of de muis uit de handen nemen.',
            'Het antwoord influisteren: dan helpt het resultaat niemand meer.',
            'Zeggen: ‘dat is makkelijk’, ‘dat is fout’ of ‘haast u’.',
            'Twee mensen vergelijken, zelfs als compliment.',
            'Een echt wachtwoord laten typen in een oefening.',
          ],
        },
        {
          title: 'Moe, en even pauze',
          items: [
            '‘Pauze’ bewaart alles. Men gaat verder bij dezelfde vraag.',
            'Na 5 minuten zonder aanraking vraagt Jalon ‘Bent u er nog?’. Er gaat niets verloren.',
            'Na enkele moeilijke vragen verandert Jalon vanzelf van onderwerp.',
            'Beter vroeg stoppen op een succes dan laat op een mislukking.',
          ],
        },
      ],
    },
    {
      title: 'Achteraf: lezen, kiezen, opruimen',
      lead: 'Vijf minuten samen met het blad zijn meer waard dan de test.',
      blocks: [
        {
          title: 'Het blad samen lezen',
          items: [
            'Begin met ‘Ik kan’. Vraag een voorbeeld uit het leven.',
            'Toon de balken: vol is verworven, gestreept is twijfel.',
            'Een niveau is geen cijfer. Het zegt waar men begint.',
            'Vraag: ‘Waarmee wilt u beginnen?’ De persoon kiest.',
            'Schrijf de volgende afspraak op. De code van de les staat op het blad.',
          ],
        },
        {
          title: 'In de ruimte van de begeleider',
          items: [
            'De groep: wie klaar is, wie hulp vroeg, op welk niveau.',
            'Groepen volgens behoefte: wie u voor hetzelfde atelier uitnodigt.',
            'Opvolging: het afgesproken atelier en uw notities, die alleen u leest.',
            'Activiteitenverslag: getallen zonder één naam, in een bestand.',
          ],
        },
        {
          title: 'Netjes afsluiten',
          items: [
            'Iedereen tikt op ‘Stoppen’ en bewaart of wist zijn traject.',
            'Bewaren: met 4 afbeeldingen om te onthouden, of een kaart om mee te nemen.',
            'Gewist is voorgoed gewist. Maak de schermen schoon, laad op.',
          ],
        },
        {
          title: 'Als er iets misgaat',
          items: [
            'Nog niet klaar',
            'Er is één keer internet nodig. De hotspot van een telefoon volstaat.',
            'Niets beweegt nog',
            'Sluit Jalon en open het opnieuw. De antwoorden zijn bewaard.',
            'Te klein, te bleek',
            'In Instellingen: grootte van de tekst en sterk contrast.',
            'Geen stem',
            'Zet het geluid luider. Heeft het toestel geen stem, lees dan zelf voor.',
            'Code met afbeeldingen vergeten',
            'Niemand kan ze terugvinden. Begin een nieuw traject.',
            'Geen plaats meer',
            'Wis foto’s of apps en probeer opnieuw.',
          ],
        },
        {
          title: 'Op papier',
          items: [
            'Druk ‘Test op papier’ af: één blad, twee kanten. De persoon kruist aan, u verbetert niets.',
            'Daarna ‘Een test op papier overnemen’: typ de code van het blad, tik op de aangekruiste letters.',
            'Het resultaat en het blad zijn dezelfde als op het scherm.',
          ],
        },
      ],
    },
  ],
};
