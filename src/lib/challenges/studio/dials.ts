/** What can be turned on a picture and on a sound. */
export const pictureDials = [
  'turn',
  'left',
  'right',
  'top',
  'bottom',
  'light',
  'contrast',
  'width',
  'quality',
] as const;
export const soundDials = ['from', 'to', 'fadeIn', 'fadeOut', 'volume'] as const;
export const dialNames = [...pictureDials, ...soundDials] as const;
export type DialName = (typeof dialNames)[number];

interface Range {
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** Where it stands when nothing was done. */
  readonly at: number;
}

/** How far each dial goes: degrees, per cent, pixels, tenths of a second. `length` is that of the sound, in seconds. */
export function rangeOf(dial: DialName, pixels: number, length: number): Range {
  switch (dial) {
    case 'turn':
      return { least: -20, most: 20, step: 1, at: 0 };
    case 'left':
    case 'right':
    case 'top':
    case 'bottom':
      return { least: 0, most: 45, step: 1, at: 0 };
    case 'light':
    case 'contrast':
      return { least: -50, most: 50, step: 5, at: 0 };
    case 'width':
      return { least: 200, most: pixels, step: 100, at: pixels };
    case 'quality':
      return { least: 10, most: 100, step: 5, at: 95 };
    case 'from':
      return { least: 0, most: length * 10, step: 5, at: 0 };
    case 'to':
      return { least: 0, most: length * 10, step: 5, at: length * 10 };
    case 'fadeIn':
    case 'fadeOut':
      return { least: 0, most: 50, step: 5, at: 0 };
    case 'volume':
      return { least: 0, most: 150, step: 10, at: 100 };
  }
}
