import type { Json } from '#lib/base/canonical-json.ts';
import type { RichText } from './rich-text.ts';

/** What every `View.svelte` of a kind is given. */
export interface ViewProps<Params, Response extends Json> {
  readonly params: Params;
  /** The response so far, to begin from: undefined at first, the last one after a reload. */
  readonly response: Response | undefined;
  /** The learner's words for a text reference; any other text comes back as it is. */
  readonly rich: (text: string) => RichText;
  readonly plain: (text: string) => string;
  /** The seed that shuffles what is shown; the same for one attempt and challenge. */
  readonly seed: string;
  /** True once answered: nothing can be changed any more. */
  readonly locked: boolean;
  /** Told at each change; undefined when there is nothing to validate yet. */
  readonly onresponse: (response: Response | undefined) => void;
}
