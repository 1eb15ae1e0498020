import * as v from 'valibot';
import type { Words } from '../kind.ts';
import type { TaskParams } from '../simulator.ts';
import { phoneKind } from './challenge.ts';
import type { PhoneStart } from './start.ts';

/** The words of the sample. */
export const sampleWords: Words = (text) => (text === '@password' ? 'tulipe42' : text);

/** A task that the tests act on. */
export const phoneSample: TaskParams<PhoneStart> = v.parse(phoneKind.params, {
  start: {
    values: { airplane: true, textSize: 2 },
    networks: [
      { id: 'home', name: '@home', locked: true, password: '@password' },
      { id: 'square', name: '@square' },
    ],
    apps: [
      {
        id: 'torch',
        name: '@torch',
        icon: 'torch',
        size: 400,
        battery: 31,
        permissions: { location: true, contacts: true, camera: true, photos: false },
        update: true,
      },
      { id: 'map', name: '@map', size: 1200 },
    ],
    contacts: [{ id: 'mum', name: '@mum' }],
    notes: { storageUsed: 58, storageTotal: 64 },
  },
  goal: [
    { all: [{ fact: 'online', is: true }], mistake: 'offline' },
    { all: [{ fact: 'torch.location', is: false }], mistake: 'curious' },
  ],
  forbid: [{ all: [{ fact: 'apps.removed', has: 'map' }], mistake: 'lost-map' }],
});
