import { bytesSay } from '#lib/base/bytes.ts';

/** What the first bytes of a picture of pixels say of it. */
export interface Raster {
  readonly type: 'png' | 'jpg' | 'webp';
  readonly width: number;
  readonly height: number;
}

/** The type and the size in pixels of a PNG, JPEG or WebP picture, told by its bytes; undefined when they are of none. */
export function readRaster(bytes: Uint8Array): Raster | undefined {
  return readPng(bytes) ?? readJpeg(bytes) ?? readWebp(bytes);
}

/** Whether a picture of pixels tells where, when or by whom it was made (Exif, XMP, comments): who publishes it seldom knows. */
export function tellsOfItsMaker(bytes: Uint8Array, type: Raster['type']): boolean {
  const names = type === 'jpg' ? jpegParts(bytes) : type === 'png' ? pngParts(bytes) : webpParts(bytes);
  return names.some((name) => telling.includes(name));
}

/** Parts that hold such things: of JPEG by marker, of PNG and WebP by name. */
const telling = ['e1', 'ed', 'fe', 'eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME', 'EXIF', 'XMP '];

function jpegParts(bytes: Uint8Array): readonly string[] {
  const parts: string[] = [];
  // What follows the start of a scan is the picture itself.
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; at += 2 + number(bytes, at + 2, 2)) {
    if (bytes[at + 1] === 0xda) break;
    parts.push(number(bytes, at + 1, 1).toString(16));
  }
  return parts;
}

function pngParts(bytes: Uint8Array): readonly string[] {
  const parts: string[] = [];
  for (let at = 8; at + 8 <= bytes.length; at += 12 + number(bytes, at, 4)) parts.push(name(bytes, at + 4));
  return parts;
}

function webpParts(bytes: Uint8Array): readonly string[] {
  const parts: string[] = [];
  for (let at = 12; at + 8 <= bytes.length;) {
    parts.push(name(bytes, at));
    const length = number(bytes.slice(at + 4, at + 8).reverse(), 0, 4);
    at += 8 + length + (length % 2);
  }
  return parts;
}

function name(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function readPng(bytes: Uint8Array): Raster | undefined {
  if (!bytesSay(bytes, 0, '\u0089PNG\r\n\u001a\n') || !bytesSay(bytes, 12, 'IHDR') || bytes.length < 33)
    return undefined;
  return { type: 'png', width: number(bytes, 16, 4), height: number(bytes, 20, 4) };
}

/** The size stands in the frame header, whose marker is between C0 and CF but is none of the three that mean something else. */
function readJpeg(bytes: Uint8Array): Raster | undefined {
  if (number(bytes, 0, 3) !== 0xffd8ff) return undefined;
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff; at += 2 + number(bytes, at + 2, 2)) {
    const marker = bytes[at + 1] as number;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { type: 'jpg', width: number(bytes, at + 7, 2), height: number(bytes, at + 5, 2) };
  }
  return undefined;
}

/** WebP has three forms: simple, lossless and extended; each has its size elsewhere, little end first. */
function readWebp(bytes: Uint8Array): Raster | undefined {
  if (!bytesSay(bytes, 0, 'RIFF') || !bytesSay(bytes, 8, 'WEBP') || bytes.length < 30) return undefined;
  const little = (at: number, length: number): number =>
    number(bytes.slice(at, at + length).reverse(), 0, length);
  if (bytesSay(bytes, 12, 'VP8 '))
    return { type: 'webp', width: little(26, 2) % 0x4000, height: little(28, 2) % 0x4000 };
  if (bytesSay(bytes, 12, 'VP8X'))
    return { type: 'webp', width: little(24, 3) + 1, height: little(27, 3) + 1 };
  if (!bytesSay(bytes, 12, 'VP8L')) return undefined;
  const size = little(21, 4);
  return { type: 'webp', width: (size % 0x4000) + 1, height: (Math.floor(size / 0x4000) % 0x4000) + 1 };
}

function number(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let index = at; index < at + length; index += 1) value = value * 256 + (bytes[index] ?? 0);
  return value;
}
