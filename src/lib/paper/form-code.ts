import { canonicalJson, type Json } from '#lib/base/canonical-json.ts';
import { textHash } from '#lib/base/random.ts';
import type { ChallengeSet } from '#lib/content/challenge-set.ts';
import type { Manifest } from '#lib/content/manifest.ts';
import { formLetters, paperForm, type FormLetter } from './form.ts';

/** What a form's code says. */
export interface FormCode {
  readonly letter: FormLetter;
  readonly revision: number;
  /** Four letters that the form's questions give. */
  readonly check: string;
}

/** Letters and digits that are not taken for one another when written by hand. */
const alphabet = 'ACDEFGHJKMNPQRTUVWXY34679';
const checkLength = 4;

/** The code of a form of a revision, as `A12-KXMP`; undefined where the revision has no such form. */
export function formCodeOf(
  letter: FormLetter,
  manifest: Manifest,
  content: ChallengeSet,
): FormCode | undefined {
  const form = paperForm(letter, manifest.items);
  if (form === undefined) return undefined;
  const asked = form.map(({ id }): Json => [id, content.challenges.get(id)?.challenge.params ?? null]);
  return { letter, revision: manifest.revision, check: lettersOf(textHash(canonicalJson(asked))) };
}

/** A code as it is printed. */
export function printFormCode({ letter, revision, check }: FormCode): string {
  return `${letter}${revision}-${check}`;
}

/** What was typed as a code, undefined when it cannot be one. */
export function readFormCode(typed: string): FormCode | undefined {
  const parts = new RegExp(`^([A-Z])(\\d{1,7}?)([${alphabet}]{${checkLength}})$`).exec(
    typed.toUpperCase().replace(/[\s-]+/g, ''),
  );
  const letter = formLetters.find((each) => each === parts?.[1]);
  const [revision, check] = [Number(parts?.[2] ?? 0), parts?.[3]];
  return letter === undefined || check === undefined || revision < 1
    ? undefined
    : { letter, revision, check };
}

function lettersOf(hash: number): string {
  let rest = hash >>> 0;
  let letters = '';
  for (let place = 0; place < checkLength; place += 1) {
    letters += alphabet.charAt(rest % alphabet.length);
    rest = Math.floor(rest / alphabet.length);
  }
  return letters;
}
