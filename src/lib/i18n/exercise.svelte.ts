import { frExercise, type ExerciseDictionary } from './messages/fr-exercise.ts';
import type { Locale } from './locale.ts';

const dictionaries: Record<Locale, () => Promise<ExerciseDictionary>> = {
  fr: () => Promise.resolve(frExercise),
  en: async () => (await import('./messages/en-exercise.ts')).enExercise,
};

/** The words inside exercises, apart from those of the pages: they are loaded with the first question, not with the first page. */
class ExerciseWords {
  #text = $state.raw<ExerciseDictionary>(frExercise);

  /** Every word inside exercises, in the language last asked for. */
  get text(): ExerciseDictionary {
    return this.#text;
  }

  /** Switches the language; resolves once its words are there. */
  async use(locale: Locale): Promise<void> {
    this.#text = await dictionaries[locale]();
  }
}

export const exercise = new ExerciseWords();
