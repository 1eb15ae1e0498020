import { learner } from '#lib/assessment/learner.svelte.ts';
import { competencesOf } from '#lib/framework/framework.ts';
import type { ProgressPage } from '#lib/progress/progress-page.svelte.ts';
import { badgesOf, type Badge } from './badge.ts';

/** The badges of somebody, for a page. */
export class BadgePage {
  readonly #progress: ProgressPage;

  /** In the order in which they were earned; none until the content was read. */
  readonly badges: readonly Badge[] = $derived.by(() => {
    const { loaded, days } = this.#progress;
    if (loaded === undefined) return [];
    const { framework } = loaded.content;
    return badgesOf(learner.events, days.days, {
      skillOfItem: (item) => this.#progress.skillOfItem(item),
      areas: framework.areas.map(({ id }) => id),
      competences: competencesOf(framework).map(({ id }) => id),
    });
  });

  constructor(progress: ProgressPage) {
    this.#progress = progress;
  }
}
