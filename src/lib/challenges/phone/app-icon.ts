import type { IconName } from '#lib/ui/icons.ts';

/** What an author may call the drawing of an app, by what the app is for, and the drawing that stands for it. */
const drawings = {
  app: 'app',
  bank: 'card',
  bus: 'location',
  calendar: 'calendar',
  camera: 'camera',
  chat: 'chat',
  clock: 'clock',
  files: 'folder',
  game: 'game',
  health: 'heart',
  mail: 'mail',
  map: 'map',
  messages: 'chat',
  music: 'music',
  news: 'text',
  note: 'note',
  notes: 'note',
  people: 'people',
  phone: 'phone',
  photo: 'photo',
  photos: 'photo',
  radio: 'volume',
  recipes: 'leaf',
  school: 'pencil',
  shop: 'shop',
  torch: 'torch',
  video: 'video',
  weather: 'weather',
  web: 'globe',
} as const satisfies Record<string, IconName>;

export type AppIconName = keyof typeof drawings;
export const appIconNames = Object.keys(drawings) as AppIconName[];

/** The drawing of an app. */
export function drawingOf(icon: AppIconName): IconName {
  return drawings[icon];
}
