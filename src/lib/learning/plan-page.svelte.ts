import { fitsDevice } from '#lib/assessment/local/fits-device.ts';
import { learner } from '#lib/assessment/learner.svelte.ts';
import { lessons } from '#lib/content/lessons.svelte.ts';
import { competencesOf } from '#lib/framework/framework.ts';
import { againFrom } from '#lib/progress/again.ts';
import type { ProgressPage } from '#lib/progress/progress-page.svelte.ts';
import { planOf, type Step } from './plan.ts';
import { progressedCompetences } from './progressed.ts';
import { ReviewPage } from './review-page.svelte.ts';

/** The plan of somebody, for a page. Must be made while a component is being set up. */
export class PlanPage {
  readonly #progress: ProgressPage;
  readonly #reviews: ReviewPage;

  /** What to do next; none until the content and the lessons were looked for. */
  readonly steps: readonly Step[] = $derived.by(() => {
    const { loaded, standings, skills, days } = this.#progress;
    const { events, profile } = learner;
    if (loaded === undefined || standings === undefined || lessons.all === undefined) return [];
    const fits = fitsDevice(loaded.manifest);
    const here = new Set(loaded.manifest.items.flatMap(({ id, skill }) => (fits(id) ? [skill] : [])));
    const inOrder = competencesOf(loaded.content.framework).flatMap((each) =>
      each.skills.map(({ id }) => id),
    );
    return planOf({
      reviews: this.#reviews.day?.skills.length ?? 0,
      lessons: lessons.all,
      records: profile.lessons,
      skills,
      allSkills: inOrder.filter((id) => here.has(id)),
      standings,
      progressed: progressedCompetences(events),
      mayTake: (choice) => againFrom(choice, profile.campaigns.at(-1) ?? null, events, days) === undefined,
    });
  });

  constructor(progress: ProgressPage) {
    this.#progress = progress;
    this.#reviews = new ReviewPage(progress);
  }
}
