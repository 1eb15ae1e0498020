import type { Challenge, ChallengeTexts } from '#lib/challenges/challenge.ts';
import type { Framework } from '#lib/framework/framework.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';
import type { Fault } from './fault.ts';
import type { Lesson } from './lesson.ts';
import type { BundleFile, Example } from './source-schema.ts';

/** A challenge as its sources tell it, every language together. */
export interface AuthoredChallenge {
  /** Its `challenge.yaml`. */
  readonly file: string;
  readonly challenge: Challenge;
  readonly texts: Readonly<Partial<Record<ContentLocale, ChallengeTexts>>>;
  /** What its sources say of some responses, in each language's words. */
  readonly examples: Readonly<Partial<Record<ContentLocale, readonly Example[]>>>;
  /** The probability that somebody who knows nothing is right. */
  readonly guessing: number;
  /** Points that can be earned; 1 for right or wrong. */
  readonly steps: number;
}

/** A lesson as its sources tell it, in each of its languages. */
export interface AuthoredLesson {
  /** Its `module.yaml`. */
  readonly file: string;
  readonly id: string;
  readonly skills: readonly string[];
  /** The challenges that are done in it, each with its line in the file. */
  readonly tries: readonly { readonly challenge: string; readonly line: number }[];
  readonly lessons: Readonly<Partial<Record<ContentLocale, Lesson>>>;
}

/** A bundle as its sources tell it; challenges and lessons in the order of their ids. */
export interface AuthoredBundle extends BundleFile {
  readonly challenges: readonly AuthoredChallenge[];
  readonly lessons: readonly AuthoredLesson[];
}

/** All that the sources hold, and all that is wrong in them. Challenges and lessons with a fault are left out. */
export interface Sources {
  readonly framework: Framework;
  readonly bundles: readonly AuthoredBundle[];
  readonly faults: readonly Fault[];
}

/** A source file that is no text. */
export interface BinaryFile {
  readonly length: number;
  /** Undefined when it was not read: nothing uses its kind, or it is longer than any that is used. */
  readonly bytes: Uint8Array | undefined;
}

/** The source files: path inside the source folder, to what is in them. */
export type SourceFiles = ReadonlyMap<string, string | BinaryFile>;

/** The text of a source file; undefined when there is none. */
export function textAt(files: SourceFiles, path: string): string | undefined {
  const file = files.get(path);
  return typeof file === 'string' ? file : undefined;
}

/** Orders by code unit: the same on every machine, whatever its language. */
export function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
