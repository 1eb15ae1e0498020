import type { Teller } from '#lib/challenges/tell.ts';
import { tellers } from '#lib/challenges/tellers.ts';
import { views, type View } from '#lib/challenges/views.svelte.ts';
import type { ChallengeSet } from '#lib/content/challenge-set.ts';
import { questionOf, type Question } from './question.ts';

/** A question with what draws it and what says how each gesture of its kind is done. */
export interface ShownQuestion {
  readonly question: Question;
  readonly View: View;
  readonly teller: Teller;
}

/** The questions of some content, each opened once: what is prepared while another one is read waits for nothing later. */
export class OpenedQuestions {
  readonly #content: ChallengeSet;
  readonly #opened = new Map<string, Promise<ShownQuestion | undefined>>();

  constructor(content: ChallengeSet) {
    this.#content = content;
  }

  /** The question of an item, ready to be shown; undefined when the content has no such item. Rejects while the code of its kind cannot be had. */
  of(item: string): Promise<ShownQuestion | undefined> {
    const opened = this.#opened.get(item);
    if (opened !== undefined) return opened;
    const opening = this.#open(item);
    this.#opened.set(item, opening);
    // Asked again, it is tried again.
    opening.catch(() => this.#opened.delete(item));
    return opening;
  }

  async #open(item: string): Promise<ShownQuestion | undefined> {
    const worded = this.#content.challenges.get(item);
    const question = worded && questionOf(worded);
    if (question === undefined) return undefined;
    const { kind } = question.challenge;
    const [View, teller] = await Promise.all([views[kind](), tellers[kind]()]);
    return { question, View, teller };
  }
}
