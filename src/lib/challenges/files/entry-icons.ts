import type { Entry } from './state.ts';

/** The drawing beside each kind of entry, by its name in the icon set. */
export const entryIcons = {
  folder: 'folder',
  pdf: 'file',
  text: 'text',
  photo: 'photo',
  video: 'video',
  sound: 'sound',
  table: 'file',
  archive: 'archive',
  program: 'app',
} as const satisfies Readonly<Record<Entry['kind'], string>>;
