import { base64, bytesSay } from '#lib/base/bytes.ts';
import { contentLocales, type ContentLocale } from '#lib/i18n/locale.ts';
import type { BinaryFile } from './authored.ts';
import type { Tell } from './fault.ts';

/** The types that a recording's name may tell, each with what tells it in its first bytes. */
const types = {
  mp3: {
    type: 'audio/mpeg',
    isIn: (bytes: Uint8Array) => bytesSay(bytes, 0, 'ID3') || (bytes[0] === 0xff && (bytes[1] ?? 0) >= 0xe0),
  },
  ogg: { type: 'audio/ogg', isIn: (bytes: Uint8Array) => bytesSay(bytes, 0, 'OggS') },
  m4a: { type: 'audio/mp4', isIn: (bytes: Uint8Array) => bytesSay(bytes, 4, 'ftyp') },
} as const;
type Ending = keyof typeof types;

/** The most bytes of a recording: half a minute of speech; it comes before the first question. */
export const heaviestClip = 100_000;

/** How a recording's name may be, for people to read. */
export const clipNames = `listen.<language>.${Object.keys(types).join('|')}`;

/** The language that a recording is in by its name; undefined when the name is of none. */
export function clipLanguage(name: string): ContentLocale | undefined {
  const [stem, language, ending = '', ...more] = name.split('.');
  if (stem !== 'listen' || !Object.hasOwn(types, ending) || more.length > 0) return undefined;
  return contentLocales.find((locale) => locale === language);
}

/** A recording as a `data:` address; undefined when it may not be played, and why is told. */
export function openClip(name: string, file: BinaryFile, tell: Tell): string | undefined {
  const ending = types[name.slice(name.lastIndexOf('.') + 1) as Ending];
  if (file.bytes === undefined || file.length > heaviestClip) {
    tell(
      1,
      'heavyClip',
      `the recording has ${Math.ceil(file.length / 1000)} KB`,
      `Make it ${heaviestClip / 1000} KB at most: one channel, 24 kb/s.`,
    );
    return undefined;
  }
  if (!ending.isIn(file.bytes)) {
    tell(1, 'clipForm', 'its bytes are not of the type that its name tells', 'Save it anew in that form.');
    return undefined;
  }
  return `data:${ending.type};base64,${base64(file.bytes)}`;
}
