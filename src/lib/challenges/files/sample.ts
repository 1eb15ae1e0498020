import * as v from 'valibot';
import { filesStart } from './start.ts';

/** The words of the sample: each reference without its sign. */
export function sampleWords(text: string): string {
  return text.replace('@', '');
}

/** The world that the tests play in. */
export const filesSample = v.parse(filesStart, {
  capacity: 100,
  at: 'documents',
  entries: [
    { id: 'documents', name: '@Documents', in: 'home', folder: true },
    { id: 'photos', name: '@Photos', in: 'home', folder: true },
    { id: 'summer', name: 'Été', in: 'photos', folder: true },
    {
      id: 'bill',
      name: 'Facture.pdf',
      in: 'documents',
      size: 0.2,
      date: '2026-03-02',
      kind: 'pdf',
      text: '@bill',
    },
    { id: 'letter', name: 'Lettre 10', in: 'documents', size: 1, date: '2026-01-12', kind: 'text' },
    { id: 'list', name: 'Lettre 9', in: 'documents', size: 2, date: '2026-02-12', kind: 'text' },
    { id: 'beach', name: 'Plage', in: 'summer', size: 30, date: '2025-08-01', kind: 'photo' },
    { id: 'old', name: 'Facture.pdf', in: 'trash', size: 10, date: '2020-01-01', kind: 'pdf' },
  ],
});
