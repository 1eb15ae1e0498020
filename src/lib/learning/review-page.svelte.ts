import { fitsDevice } from '#lib/assessment/local/fits-device.ts';
import { learner } from '#lib/assessment/learner.svelte.ts';
import { lessons } from '#lib/content/lessons.svelte.ts';
import type { ProgressPage } from '#lib/progress/progress-page.svelte.ts';
import { reviewCards } from './review-card.ts';
import { reviewDay, type ReviewDay } from './review-day.ts';

/** The reviews of somebody, for a page. Must be made while a component is being set up. */
export class ReviewPage {
  readonly #progress: ProgressPage;

  /** What comes back today; undefined until the content and the lessons were looked for. */
  readonly day: ReviewDay | undefined = $derived.by(() => {
    const { loaded, days } = this.#progress;
    if (loaded === undefined || lessons.all === undefined) return undefined;
    const fits = fitsDevice(loaded.manifest);
    const here = new Set(loaded.manifest.items.flatMap(({ id, skill }) => (fits(id) ? [skill] : [])));
    const cards = reviewCards(learner.events, days.days, {
      skillOfItem: (item) => this.#progress.skillOfItem(item),
      skillsOfLesson: (lesson) => lessons.of(lesson)?.skills ?? [],
    });
    return reviewDay(
      [...cards.values()].filter(({ skill }) => here.has(skill)),
      learner.events,
      days,
    );
  });

  constructor(progress: ProgressPage) {
    this.#progress = progress;
    $effect(() => void lessons.read());
  }
}
