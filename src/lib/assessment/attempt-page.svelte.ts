import { loadRevision, type LoadedRevision } from '#lib/content/local/load-revision.ts';
import { language } from '#lib/i18n/language.svelte.ts';
import type { Attempt } from './attempt.ts';
import { learner } from './learner.svelte.ts';
import { completedTests } from './profile.ts';

/**
 * The completed attempt that a page is about — the one that its address names, else the last — with the content it was
 * taken on. Must be made while a component is being set up.
 */
export class AttemptPage {
  #asked = $state<string | null>(null);
  #loaded = $state.raw<LoadedRevision>();

  readonly attempt: Attempt | undefined = $derived.by(() => {
    const completed = completedTests(learner.profile);
    return completed.find((attempt) => attempt.id === this.#asked) ?? completed.at(-1);
  });

  constructor() {
    $effect(() => {
      this.#asked = new URLSearchParams(location.search).get('attempt');
    });
    $effect(() => {
      const attempt = this.attempt;
      if (attempt === undefined) return;
      void loadRevision(learner.database, attempt.bundle, attempt.revision, language.content).then(
        (loaded) => {
          this.#loaded = loaded;
        },
      );
    });
  }

  get loaded(): LoadedRevision | undefined {
    return this.#loaded;
  }
}
