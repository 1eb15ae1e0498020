import { canonicalJson, type Json } from '#lib/base/canonical-json.ts';
import type { Teller } from '#lib/challenges/tell.ts';
import { kinds } from '#lib/challenges/registry.ts';
import { gesturesOf } from '#lib/challenges/way.ts';
import { exercise } from '#lib/i18n/exercise.svelte.ts';
import { keepUnfinished, readUnfinished } from '#lib/local/unfinished.ts';
import { draftOf, readDraft } from './draft.ts';
import type { Question } from './question.ts';

/** What somebody does in an exercise before it is looked at: the response so far, and the help taken on the way. */
export class TaskWork {
  response = $state.raw<Json | undefined>();
  /** The highest rung that was used: 0 none, 1 a hint, 2 shown how, 3 done together. */
  help = $state(0);
  /** Whether the demonstration stands in the place of the exercise. */
  isShowing = $state(false);
  #together = $state(0);
  #begun = $state(0);
  /** Where what was begun is kept; undefined until it is known what the work is on. */
  #key: string | undefined;
  readonly #question: () => Question | undefined;
  readonly #teller: () => Teller | undefined;
  /** A right response, gesture by gesture; none where nobody shows how. */
  readonly gestures: readonly Json[] = $derived.by(() => {
    const way = this.#question()?.texts.way;
    return way === undefined || way === null ? [] : gesturesOf(way);
  });

  /** How each gesture is done, in words. */
  readonly sentences: readonly string[] = $derived.by(() => {
    const [question, teller] = [this.#question(), this.#teller()];
    if (question === undefined || teller === undefined) return [];
    const { params, plain, rich, language: locale } = question;
    return this.gestures.map((after, index) =>
      teller.tell(this.gestures[index - 1], after, { params, plain, rich, words: exercise.text, locale }),
    );
  });

  constructor(question: () => Question | undefined, teller: () => Teller | undefined) {
    this.#question = question;
    this.#teller = teller;
  }

  /** Goes on from what was begun on this question under that key, if anything was, and keeps it from now on. */
  resume(key: string): void {
    this.#key = key;
    const kind = this.#question()?.challenge.kind;
    const draft = kind === undefined ? undefined : readDraft(readUnfinished(key), kinds[kind]);
    if (draft === undefined) return;
    this.response = draft.response;
    this.help = draft.help;
    this.#together = Math.min(draft.together, this.gestures.length);
  }

  /** Forgets what was begun: it was answered, or begins anew. */
  forget(): void {
    if (this.#key !== undefined) keepUnfinished(this.#key, undefined);
  }

  /** How many gestures were done together. */
  get together(): number {
    return this.#together;
  }

  /** Counts how often the response was changed from outside the exercise's view, which begins anew then. */
  get begun(): number {
    return this.#begun;
  }

  /** Takes what the learner did. A gesture that one does oneself counts as the one that was told. */
  respond(next: Json | undefined): void {
    this.response = next;
    const told = this.gestures[this.#together];
    const isTold = told !== undefined && next !== undefined && canonicalJson(next) === canonicalJson(told);
    if (this.help === 3 && isTold) this.#together += 1;
    this.#keep();
  }

  /** Opens the hint. */
  hint(): void {
    this.help = Math.max(this.help, 1);
    this.#keep();
  }

  /** Opens the demonstration. */
  show(): void {
    this.help = Math.max(this.help, 2);
    this.#keep();
    this.isShowing = true;
  }

  /** Begins to do it together, from the beginning, so that each gesture is done where its words say; after that, does the next one. */
  doTogether(): void {
    const isFirst = this.help < 3;
    this.response = isFirst ? undefined : this.gestures[this.#together];
    this.#together = isFirst ? 0 : this.#together + 1;
    this.help = 3;
    this.#begun += 1;
    this.#keep();
  }

  #keep(): void {
    if (this.#key === undefined) return;
    const { response, help } = this;
    keepUnfinished(this.#key, draftOf({ response, help, together: this.#together }));
  }
}
