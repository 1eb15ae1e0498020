import type { Dictionary } from '../fr.ts';

export const evaluate: Dictionary['evaluate'] = {
  title: 'Kies een test',
  lead: 'Ze werken allemaal zonder internet. U kunt stoppen en later terugkomen.',
  tests: {
    flash: { name: 'De snelle test', what: 'Een eerste idee.', size: '6 tot 8 vragen, ongeveer 5 minuten' },
    diagnostic: {
      name: 'De test van de 5 domeinen',
      what: 'Uw niveau in elk domein.',
      size: '10 vragen, ongeveer 15 minuten',
    },
    long: {
      name: 'De uitgebreide test',
      what: 'De 5 domeinen, met minder twijfel.',
      size: '16 tot 20 vragen, ongeveer 30 minuten',
    },
    topic: {
      name: 'Eén onderwerp',
      what: 'U kiest uit de 16 onderwerpen.',
      size: '8 tot 15 vragen, ongeveer 15 minuten',
    },
    profile: {
      name: 'Mijn volledige profiel',
      what: 'De 16 onderwerpen, elke dag een beetje.',
      size: 'tot 64 vragen, over meerdere dagen',
    },
    exam: {
      name: 'Het proefexamen',
      what: 'Om te oefenen voor het certificaat.',
      size: '32 vragen, zonder hulp',
    },
  },
};
