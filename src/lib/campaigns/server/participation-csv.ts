import { csvText, type Cell } from '#lib/base/csv.ts';
import { areas, levelFor, type Participation } from '../participation.ts';

// French whatever the reader's language: the file joins the other files of a French-speaking organisation.
const headers = [
  'Jour',
  'Surnom',
  ...areas.flatMap((area) => [
    `Domaine ${area} : niveau`,
    `Domaine ${area} : au moins`,
    `Domaine ${area} : au plus`,
    `Domaine ${area} : certitude`,
  ]),
  'Autres niveaux',
  'Vérification',
  'Partage',
  'Réponses reçues',
];

const verdicts = {
  stated: 'déclaré par l’appareil',
  verified: 'vérifié',
  differs: 'recalculé autrement',
  notVerifiable: 'non vérifiable',
};

const scopes = { levels: 'niveaux', answers: 'réponses' };

/** What a campaign received, one row a sending, as a file for French spreadsheets. */
export function participationCsv(participations: readonly Participation[]): string {
  return csvText([headers, ...participations.map(cellsOf)]);
}

function cellsOf(participation: Participation): readonly Cell[] {
  const { day, nickname, levels, verdict, scope, answers } = participation;
  const others = levels.filter(({ area }) => area.includes('.'));
  return [
    day,
    nickname,
    ...areas.flatMap((area): Cell[] => {
      const level = levelFor(participation, area);
      return [level?.level, level?.low, level?.high, level && Math.round(level.certainty * 100) / 100];
    }),
    others.map(({ area, level, low, high }) => `${area} : ${level} (${low} à ${high})`).join(', '),
    verdicts[verdict],
    scopes[scope],
    answers,
  ];
}
