import * as v from 'valibot';
import type { Words } from '../kind.ts';
import type { TaskParams } from '../simulator.ts';
import { webKind } from './challenge.ts';
import type { WebStart } from './start.ts';

const texts: Record<string, string> = {
  '@recyparc': 'Recyparc de Valbruyère',
  '@recyparc.body':
    'Le recyparc reçoit vos déchets verts. Horaires : samedi de 9 h à 17 h. Fermé le dimanche.',
  '@skip': 'Location de conteneurs pour vos déchets',
  '@skip.body': 'Conteneurs livrés en un jour. Un recyparc chez vous. Demandez un prix.',
  '@town': 'Commune de Valbruyère',
  '@town.body': 'Bienvenue. Travaux dans la rue du Pont. Les journaux de la commune.',
  '@library': 'Bibliothèque',
  '@library.body': 'Les bibliothèques de la commune. Heures d’ouverture : mardi et jeudi.',
};
/** The words of the sample. */
export const sampleWords: Words = (text) => texts[text] ?? text;

/** A task that the tests act on. */
export const webSample: TaskParams<WebStart> = v.parse(webKind.params, {
  start: {
    at: 'search',
    search: true,
    tiles: ['@recyparc', '@town'],
    pages: [
      { id: 'town', address: 'valbruyere.example', title: '@town', body: '@town.body' },
      { id: 'library', address: 'biblio.valbruyere.example', title: '@library', body: '@library.body' },
      {
        id: 'skip',
        address: 'conteneurs.example',
        title: '@skip',
        body: '@skip.body',
        sponsored: true,
        insecure: true,
      },
      {
        id: 'recyparc',
        address: 'recyparc.valbruyere.example',
        title: '@recyparc',
        body: '@recyparc.body',
        date: '2026-01-10',
      },
    ],
    banner: {
      text: '@town',
      buttons: [
        { id: 'accept', text: '@town' },
        { id: 'refuse', text: '@library' },
      ],
      on: 'recyparc',
    },
  },
  ask: { type: 'number', unit: '@town' },
  goal: [
    { all: [{ fact: 'answer.number', is: 9 }], mistake: 'sunday' },
    { all: [{ fact: 'pressed', has: 'refuse' }], mistake: 'cookies' },
  ],
  forbid: [{ all: [{ fact: 'pressed', has: 'accept' }], mistake: 'accepted' }],
});
