import type { Challenge, ChallengeTexts } from '#lib/challenges/challenge.ts';
import type { Fault } from '#lib/content/fault.ts';
import type { Example } from '#lib/content/source-schema.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';

/** A challenge as the preview shows it: what the sources hold now, or held when they could last be read. */
export interface PreviewChallenge {
  readonly challenge: Challenge;
  readonly texts: Readonly<Partial<Record<ContentLocale, ChallengeTexts>>>;
  readonly examples: Readonly<Partial<Record<ContentLocale, readonly Example[]>>>;
  /** Its folder, as the sources name it. */
  readonly folder: string;
}

/** All that the preview shows. */
export interface PreviewData {
  readonly challenges: readonly PreviewChallenge[];
  readonly faults: readonly (Fault & { readonly isWarning: boolean })[];
}

/** Where the server answers with the data, and the event by which it tells that they changed. */
export const dataAddress = '/preview-data.json';
export const changedEvent = 'content:changed';
