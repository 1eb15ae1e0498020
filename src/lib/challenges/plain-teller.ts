import type { Json } from '#lib/base/canonical-json.ts';
import { clausesIn, sentenceOf, type Clause, type Clauses } from './clauses.ts';
import type { Scene, Teller } from './tell.ts';

/** The teller of a kind that is no simulator, out of how its response so far got its last part. */
export function plainTeller<Params, Response extends Json>(
  how: (response: Response, scene: Scene<Params> & { readonly say: Clauses }) => Clause,
): Teller<Params, Response> {
  return {
    tell(_before, after, scene) {
      const words = scene.words.simulators.how;
      return sentenceOf([how(after, { ...scene, say: clausesIn(words) })], words);
    },
  };
}

/** The words of the entry with an id; empty when there is none. */
export function textOf(
  entries: readonly { readonly id: string; readonly text: string }[],
  wanted: string | undefined,
  { plain }: Scene,
): string {
  return plain(entries.find(({ id }) => id === wanted)?.text ?? '');
}
