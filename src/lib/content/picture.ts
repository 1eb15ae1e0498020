import { gzipSync } from 'fflate';
import { base64, textOf, utf8 } from '#lib/base/bytes.ts';
import type { Picture } from '#lib/challenges/picture.ts';
import type { BinaryFile } from './authored.ts';
import type { Tell } from './fault.ts';
import { cleanSvg } from './svg.ts';
import { readRaster, tellsOfItsMaker } from './raster.ts';

/** The types that a picture's name may tell. */
const types = { svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' } as const;
type Ending = keyof typeof types;

/** How a picture's name may end, for people to read. */
export const pictureEndings = Object.keys(types).join(', ');

/** The most bytes of a picture that are read at all. */
export const longestPicture = 400_000;
/** The most bytes of a picture as it travels, compressed: it comes before the first question. */
const heaviest = 60_000;
/** The most pixels a side: a small file may unfold into more than a phone can hold. */
const widest = 2000;

/** Whether a file's name is one that a picture may have. */
export function isPictureName(name: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,59}\.[a-z]+$/.test(name) && endingOf(name) !== undefined;
}

/** A picture's file as a device shows it; undefined when it may not be shown, and why is told. */
export function openPicture(name: string, file: BinaryFile, tell: Tell): Picture['file'] | undefined {
  const ending = endingOf(name);
  if (file.bytes === undefined || ending === undefined) {
    tell(
      1,
      'heavyPicture',
      `the picture has ${kilobytes(file.length)} KB`,
      'Make it smaller, or draw it as SVG.',
    );
    return undefined;
  }
  const opened = ending === 'svg' ? drawing(file.bytes, tell) : photo(file.bytes, ending, tell);
  if (opened === undefined) return undefined;
  const weight = gzipSync(utf8(opened.data), { level: 9, mtime: 0 }).length;
  if (weight <= heaviest) return opened;
  tell(
    1,
    'heavyPicture',
    `the picture weighs ${kilobytes(weight)} KB once compressed`,
    `Make it smaller: ${kilobytes(heaviest)} KB at most.`,
  );
  return undefined;
}

function drawing(bytes: Uint8Array, tell: Tell): Picture['file'] | undefined {
  const raster = readRaster(bytes);
  if (raster !== undefined) {
    tellOtherType(raster.type, tell);
    return undefined;
  }
  const svg = cleanSvg(textOf(bytes), tell);
  if (svg === undefined) return undefined;
  const { text, width, height } = svg;
  return { data: `data:${types.svg},${encodeURIComponent(text).replaceAll("'", '%27')}`, width, height };
}

function photo(bytes: Uint8Array, ending: Exclude<Ending, 'svg'>, tell: Tell): Picture['file'] | undefined {
  const raster = readRaster(bytes);
  if (raster?.type !== ending) {
    tellOtherType(raster?.type, tell);
    return undefined;
  }
  if (tellsOfItsMaker(bytes, raster.type)) {
    const mend = 'Save it without metadata (Exif, place, author, comments).';
    tell(1, 'pictureMaker', 'the picture tells where, when or by whom it was made', mend);
    return undefined;
  }
  const { width, height } = raster;
  if (width < 1 || height < 1 || Math.max(width, height) > widest) {
    const mend = `Make it ${widest} pixels wide and high at most.`;
    tell(1, 'heavyPicture', `the picture has ${width} by ${height} pixels`, mend);
    return undefined;
  }
  return { data: `data:${types[ending]};base64,${base64(bytes)}`, width, height };
}

function tellOtherType(found: Ending | undefined, tell: Tell): void {
  const what = found === undefined ? 'of no picture that can be used' : `of a ${found} picture`;
  tell(1, 'pictureForm', `its bytes are ${what}`, 'Save it anew in the form that its name tells.');
}

function endingOf(name: string): Ending | undefined {
  const ending = name.slice(name.lastIndexOf('.') + 1);
  return Object.hasOwn(types, ending) ? (ending as Ending) : undefined;
}

function kilobytes(bytes: number): number {
  return Math.ceil(bytes / 1000);
}
