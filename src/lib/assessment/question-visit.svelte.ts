import { untrack } from 'svelte';
import type { GivenAnswer } from './decide.ts';
import { draftKey } from './draft.ts';
import type { ShownQuestion } from './opened-questions.svelte.ts';
import { TaskWork } from './task-work.svelte.ts';

/** The time that a learner spends at one question of one attempt: what is shown, what is done in it, for how long. */
export class QuestionVisit {
  /** Another language shows it in other words; the visit goes on. */
  shown = $state.raw() as ShownQuestion;
  /** Mixes what is shown; the same each time this question of this attempt is opened. */
  readonly seed: string;
  /** Which question it is, from 1. */
  readonly number: number;
  readonly work: TaskWork;
  #hasBegun = $state(false);
  #left = $state(0);
  #shownAt = performance.now();

  constructor(shown: ShownQuestion, seed: string, number: number) {
    this.shown = shown;
    this.seed = seed;
    this.number = number;
    this.work = new TaskWork(
      () => this.shown.question,
      () => this.shown.teller,
    );
    untrack(() => this.work.resume(draftKey(seed)));
  }

  /** Whether the time of a timed question runs. */
  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  /** How often the page was left in an exam. */
  get left(): number {
    return this.#left;
  }

  /** Starts the time of a timed question. */
  begin(): void {
    this.#hasBegun = true;
    this.#shownAt = performance.now();
  }

  /** Counts that the page was left. */
  leave(): void {
    this.#left += 1;
  }

  /** What is answered now: nothing with « Je ne sais pas », whatever was done so far when the time is over. */
  answer(how: 'given' | 'skipped' | 'timedOut'): GivenAnswer {
    const isSkipped = how === 'skipped';
    return {
      response: isSkipped ? null : (this.work.response ?? null),
      isSkipped,
      isTimedOut: how === 'timedOut',
      help: this.work.help,
      seconds: Math.round((performance.now() - this.#shownAt) / 1000),
      left: this.#left,
      at: Date.now(),
    };
  }
}
