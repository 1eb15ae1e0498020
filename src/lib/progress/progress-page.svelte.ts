import { learner, momentNow } from '#lib/assessment/learner.svelte.ts';
import { skillsMet, skillsToReview } from '#lib/assessment/skills.ts';
import { loadNewest, type LoadedRevision } from '#lib/content/local/load-revision.ts';
import { firstBundle, readiness } from '#lib/content/readiness.svelte.ts';
import { language } from '#lib/i18n/language.svelte.ts';
import { journalDays } from '#lib/journal/passing-time.ts';
import { standingsOf } from './standing.ts';
import { statementsOf } from './statement.ts';

/** What every page about progress stands on: the journal folded, and the newest content. Must be made while a component is being set up. */
export class ProgressPage {
  #loaded = $state.raw<LoadedRevision>();
  readonly #now = momentNow();

  readonly days = $derived(journalDays(learner.events, this.#now));
  readonly statements = $derived(statementsOf(learner.events, this.days.days));
  readonly standings = $derived(this.#loaded && standingsOf(this.#loaded.content.framework, this.statements));
  readonly #skills = $derived(new Map(this.#loaded?.manifest.items.map(({ id, skill }) => [id, skill])));
  readonly skills = $derived(
    skillsMet(
      learner.profile.attempts,
      (item) => this.skillOfItem(item),
      skillsToReview(learner.profile, [...new Set(this.#skills.values())]),
    ),
  );

  constructor() {
    $effect(() => {
      const { content: locale } = language;
      if (readiness.hasContent && learner.state === 'open')
        void loadNewest(learner.database, firstBundle, locale).then((loaded) => (this.#loaded = loaded));
    });
  }

  /** The newest content on the device; undefined until it was read. */
  get loaded(): LoadedRevision | undefined {
    return this.#loaded;
  }

  /** The skill that an item is about; undefined for an item that the content no longer has. */
  skillOfItem(item: string): string | undefined {
    return this.#skills.get(item);
  }

  /** A day of the journal's time as this device's calendar counts it. */
  onCalendar(day: number): number {
    return day - this.days.ahead;
  }
}
