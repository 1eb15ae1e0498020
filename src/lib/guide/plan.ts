/** How the lines of a block are laid out: plain, in their order, to be ticked, to be said, or a trouble and what mends it. */
export type Layout = 'list' | 'steps' | 'boxes' | 'said' | 'pairs';

/** The pictures of the guide, by the name of their file and of what describes them. */
export const pictureNames = [
  'ready',
  'session',
  'who',
  'fresh',
  'help',
  'board',
  'result',
  'finish',
] as const;
export type PictureName = (typeof pictureNames)[number];

/** The four pages in the order of their words: how each block is laid out, and the pictures beside them. */
export const plan: readonly {
  readonly layouts: readonly Layout[];
  readonly pictures: readonly PictureName[];
}[] = [
  { layouts: ['steps', 'list', 'list', 'boxes'], pictures: ['ready', 'session'] },
  { layouts: ['steps', 'said', 'list', 'list'], pictures: ['who', 'fresh'] },
  { layouts: ['list', 'steps', 'list', 'list'], pictures: ['help', 'board'] },
  { layouts: ['steps', 'list', 'list', 'pairs', 'list'], pictures: ['result', 'finish'] },
];
