import type { Dictionary } from '../fr.ts';

export const about: Dictionary['about'] = {
  title: 'Over Jalon',
  what: 'Jalon helpt u te weten hoe ver u staat met de digitale wereld, bij te leren en dat te tonen.',
  privacyTitle: 'Uw gegevens',
  privacy: 'Alles blijft op dit toestel. Er vertrekt niets zonder uw akkoord. Jalon volgt u niet.',
  accessTitle: 'Voor iedereen',
  access:
    'Jalon is gemaakt voor de vinger, het toetsenbord en de schermlezer. Een probleem? Vertel het aan uw begeleider.',
  statement: 'Toegankelijkheidsverklaring',
  helpersTitle: 'Voor wie begeleidt',
  helpers: 'Jalon helpt ook om een atelier te begeleiden, zonder internet.',
  guide: 'Een sessie begeleiden: de gids',
  paper: 'Een test om af te drukken',
  paperEntry: 'Een test op papier overnemen',
  licenceTitle: 'Vrij',
  licence: 'De software valt onder de licentie EUPL 1.2. De oefeningen vallen onder CC BY-SA 4.0.',
};
