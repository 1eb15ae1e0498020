import type { Json } from '#lib/base/canonical-json.ts';
import { gesturesOf } from '#lib/challenges/way.ts';
import type { Question } from './question.ts';

/** What somebody does in an exercise before it is looked at: the response so far, and the help taken on the way. */
export class TaskWork {
  response = $state.raw<Json | undefined>();
  /** The highest rung that was used: 0 none, 1 a hint, 2 shown how, 3 done together. */
  help = $state(0);
  /** Whether the demonstration stands in the place of the exercise. */
  isShowing = $state(false);
  #together = $state(0);
  readonly #question: () => Question | undefined;
  /** A right response, gesture by gesture; none where nobody shows how. */
  readonly gestures: readonly Json[] = $derived.by(() => {
    const way = this.#question()?.texts.way;
    return way === undefined || way === null ? [] : gesturesOf(way);
  });

  constructor(question: () => Question | undefined) {
    this.#question = question;
  }

  /** How many gestures were done together. */
  get together(): number {
    return this.#together;
  }

  /** Opens the hint. */
  hint(): void {
    this.help = Math.max(this.help, 1);
  }

  /** Opens the demonstration. */
  show(): void {
    this.help = Math.max(this.help, 2);
    this.isShowing = true;
  }

  /** Does the next gesture of the right response in the learner's place. */
  doTogether(): void {
    this.help = 3;
    this.response = this.gestures[this.#together];
    this.#together += 1;
  }
}
