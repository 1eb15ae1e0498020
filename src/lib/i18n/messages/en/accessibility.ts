import type { Handbook } from '../fr-handbook.ts';

export const accessibility: Handbook['accessibility'] = {
  title: 'Accessibility statement',
  lead: 'Jalon wants to serve everybody. Here is what is checked, and what is not right yet.',
  sections: [
    {
      title: 'What this page is about',
      lines: [
        'About the application Jalon, as the organisation that offers it to you has installed it.',
        'The rules: the European standard EN 301 549 and WCAG 2.2, level AA. In Belgium, the act of 19 July 2018 and the decrees and ordinances of the federated entities. In France, article 47 of the act of 11 February 2005 and RGAA 4.1.',
      ],
    },
    {
      title: 'State of conformance',
      lines: [
        'Jalon conforms in part, according to those who make it. Nobody else has audited it.',
        'In France, a service without an audit by RGAA counts as not conforming. So it does here.',
      ],
    },
    {
      title: 'What is checked at each version',
      lines: [
        'The screens, with the automatic tool axe, in light and in dark.',
        'A whole course with the keyboard alone, and each exercise by finger and by keyboard.',
        'The display on a screen of 320 pixels, and each target at least 56 pixels high.',
        'The focus, always seen. No limit of time, but in the trial exam.',
      ],
    },
    {
      title: 'What is not right yet',
      lines: [
        'No trial by people who use a screen reader every day.',
        'A few exercises need sight: to retouch a photo, to point at a place in a picture.',
        'Reading aloud depends on the voice of the device. Some have none.',
        'The exercises are in French and in English only. Nothing is in sign language.',
        'The texts are plain, but were not validated as “easy to read”.',
        'Sheets that are printed or saved as PDF are not checked for a screen reader.',
      ],
    },
    {
      title: 'How this page is made',
      lines: [
        'Written on 30 November 2026, after a self-assessment. It is to be reviewed every year.',
        'No disproportionate burden is claimed.',
      ],
    },
    {
      title: 'Write to us',
      lines: [
        'Does a page block you? Tell your mediator, or write to the team with the button below.',
        'The organisation gives you what you look for in another form: on paper, or with somebody.',
      ],
    },
    {
      title: 'If the answer does not satisfy you',
      lines: [
        'In Belgium: the federal Ombudsman (federalombudsman.be); in Wallonia and the Wallonia-Brussels Federation, le-mediateur.be (rue Lucien Namèche 54, 5000 Namur); in Brussels, ombuds.brussels; in Flanders, vlaamseombudsdienst.be.',
        'In France: the Défenseur des droits (defenseurdesdroits.fr), online, through a delegate near you or by letter.',
      ],
    },
  ],
};
