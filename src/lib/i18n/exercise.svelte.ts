import { frExercise, type ExerciseDictionary } from './messages/fr-exercise.ts';
import type { ContentLocale } from './locale.ts';

const dictionaries: Record<ContentLocale, () => Promise<ExerciseDictionary>> = {
  fr: () => Promise.resolve(frExercise),
  en: async () => (await import('./messages/en-exercise.ts')).enExercise,
};

/**
 * The words inside exercises, apart from those of the pages: they are loaded with the first question, not with the first
 * page, and are in the language of the exercise, so that what an instruction names is what one sees.
 */
class ExerciseWords {
  #locale = $state<ContentLocale>('fr');
  #text = $state.raw<ExerciseDictionary>(frExercise);

  /** The language in use. */
  get locale(): ContentLocale {
    return this.#locale;
  }

  /** Every word inside exercises, in the language last asked for. */
  get text(): ExerciseDictionary {
    return this.#text;
  }

  /** Switches the language; resolves once its words are there. */
  async use(locale: ContentLocale): Promise<void> {
    this.#text = await dictionaries[locale]();
    this.#locale = locale;
  }
}

export const exercise = new ExerciseWords();
