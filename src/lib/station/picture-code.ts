/** The pictures of a code, always in this order: a hand remembers where they are. */
export const codePictures = [
  'sun',
  'moon',
  'star',
  'leaf',
  'heart',
  'bell',
  'book',
  'key',
  'home',
  'clock',
  'flag',
  'mail',
] as const;
export type CodePicture = (typeof codePictures)[number];

/** How many pictures make a code, one after the other. */
export const codeLength = 4;

/** Whether pictures make a code that is worth something: four, and not four times the same. */
export function isCode(pictures: readonly CodePicture[]): boolean {
  return pictures.length === codeLength && new Set(pictures).size > 1;
}

/** What a code says, for the derivation of its key. */
export function secretOfCode(pictures: readonly CodePicture[]): string {
  return pictures.join(' ');
}
