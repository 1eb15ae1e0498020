/** The versions of the European framework of digital competences that the competences here are mapped to. */
export const digcompVersions = ['2.2', '3.0'] as const;
export type DigcompVersion = (typeof digcompVersions)[number];

/** Its four bands, two levels each. */
export type DigcompBand = 0 | 1 | 2 | 3;

/** Official names in English (DigComp 2.2, JRC128415, and 3.0, JRC144121, European Commission, CC BY 4.0). */
export const digcompNames: Readonly<Record<DigcompVersion, Readonly<Record<string, string>>>> = {
  '2.2': {
    '1.1': 'Browsing, searching and filtering data, information and digital content',
    '1.2': 'Evaluating data, information and digital content',
    '1.3': 'Managing data, information and digital content',
    '2.1': 'Interacting through digital technologies',
    '2.2': 'Sharing through digital technologies',
    '2.3': 'Engaging in citizenship through digital technologies',
    '2.4': 'Collaborating through digital technologies',
    '2.5': 'Netiquette',
    '2.6': 'Managing digital identity',
    '3.1': 'Developing digital content',
    '3.2': 'Integrating and re-elaborating digital content',
    '3.3': 'Copyright and licences',
    '3.4': 'Programming',
    '4.1': 'Protecting devices',
    '4.2': 'Protecting personal data and privacy',
    '4.3': 'Protecting health and well-being',
    '4.4': 'Protecting the environment',
    '5.1': 'Solving technical problems',
    '5.2': 'Identifying needs and technological responses',
    '5.3': 'Creatively using digital technologies',
    '5.4': 'Identifying digital competence gaps',
  },
  '3.0': {
    '1.1': 'Browsing, searching and filtering information',
    '1.2': 'Evaluating information',
    '1.3': 'Managing information',
    '2.1': 'Interacting through and with digital technologies',
    '2.2': 'Sharing through digital technologies',
    '2.3': 'Engaging in citizenship through digital technologies',
    '2.4': 'Collaborating through digital technologies',
    '2.5': 'Digital behaviour',
    '2.6': 'Managing digital identity',
    '3.1': 'Developing digital content',
    '3.2': 'Integrating and re-elaborating digital content',
    '3.3': 'Copyright and licences',
    '3.4': 'Computational thinking and programming',
    '4.1': 'Protecting devices',
    '4.2': 'Protecting personal data and privacy',
    '4.3': 'Supporting wellbeing',
    '4.4': 'Environmental impacts of digital technologies',
    '5.1': 'Identifying and solving technical problems',
    '5.2': 'Identifying needs and digital technological responses',
    '5.3': 'Identifying creative solutions using digital technologies',
    '5.4': 'Identifying and addressing digital competence needs',
  },
};

/** The official English words of its bands: levels 1 and 2, 3 and 4, 5 and 6, 7 and 8. */
export const digcompBands: Readonly<Record<DigcompVersion, readonly [string, string, string, string]>> = {
  '2.2': ['Foundation', 'Intermediate', 'Advanced', 'Highly specialised'],
  '3.0': ['Basic', 'Intermediate', 'Advanced', 'Highly advanced'],
};

/** The band of a level from 1 to 8; undefined for 0, which the European framework does not describe. */
export function digcompBand(level: number): DigcompBand | undefined {
  const bands: readonly DigcompBand[] = [0, 1, 2, 3];
  return bands[Math.ceil(level / 2) - 1];
}
