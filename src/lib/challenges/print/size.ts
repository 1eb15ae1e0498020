import type { qualities } from './action.ts';
import type { Format } from './start.ts';

type Quality = (typeof qualities)[number];

/** Bytes that a pixel takes, about, in a photo: what usual programs make of one. */
const perPixel: Readonly<Record<Quality, number>> = { low: 0.09, medium: 0.2, high: 0.45 };
/** Bytes that a page of text with a picture takes, about. */
const perPage: Readonly<Record<Format, number>> = {
  pdf: 90_000,
  odt: 60_000,
  docx: 75_000,
  txt: 3000,
  jpg: 400_000,
  png: 900_000,
  heic: 250_000,
  csv: 2000,
};

/** The size of what is saved, in kB: for a picture by its pixels and quality, for a document by its pages. */
export function savedSize(
  format: Format,
  pages: number,
  picture: readonly number[] | undefined,
  width: number,
  quality: Quality,
): number {
  if (picture === undefined) return Math.round((perPage[format] * pages) / 1000);
  const [full = 1, height = 1] = picture;
  const wide = Math.min(width, full);
  const pixels = wide * ((wide * height) / full);
  const bytes = format === 'png' ? 2.2 : format === 'heic' ? perPixel[quality] * 0.6 : perPixel[quality];
  return Math.round((pixels * bytes) / 1000);
}
