import type { GenericSchema } from 'valibot';
import type { Json } from '#lib/base/canonical-json.ts';
import type { Grade, KindName } from './challenge.ts';

/** The pure half of a kind of challenge; its `View.svelte` is the other half. */
export interface Kind<Params = unknown, Response extends Json = Json> {
  readonly name: KindName;
  /** What an author may write under the kind's own keys; strict, so that a misspelt key is found. */
  readonly params: GenericSchema<unknown, Params>;
  /** What a view may give back. */
  readonly response: GenericSchema<unknown, Response>;
  /** Every `@key` of the parameters, so that a missing text is found when content is checked. */
  texts(params: Params): readonly string[];
  /** Faults of sense that a schema cannot see (a goal already met, an option named twice), in English; empty when there is none. */
  faults(params: Params): readonly string[];
  /** The probability that somebody who knows nothing is right: 1 / options, or 0. */
  guessing(params: Params): number;
  /** Judges a response; never throws, whatever the response holds. `words` turns `@key` into the learner's words. */
  grade(params: Params, response: Response, words: Words): Grade;
  /** Whether a response is a choice among what is shown: it may leave with the scope `answers`; what people type or do never does. */
  readonly isClosed: boolean;
}

/** Turns a text reference (`@key`) into plain words in the learner's language; other texts are returned as they are. */
export type Words = (text: string) => string;
