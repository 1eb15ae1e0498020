import { language } from '#lib/i18n/language.svelte.ts';
import type { Lesson } from './lesson.ts';
import { firstBundle, readiness } from './readiness.svelte.ts';

/** The page of a lesson; with a step, that screen of it. */
export function lessonAddress(id: string, step?: number | 'end'): string {
  return `/learn/lesson?id=${id}${step === undefined ? '' : `&step=${step}`}`;
}

/** The lessons on this device, in the language of the learner's exercises: read when a screen first asks, and again once they have come. */
class Lessons {
  #all = $state.raw<readonly Lesson[]>();
  #read = '';
  #revision = 0;

  /** Undefined until they were looked for. */
  get all(): readonly Lesson[] | undefined {
    return this.#all;
  }

  /** The revision that they are of; 0 until they were read. */
  get revision(): number {
    return this.#revision;
  }

  /** The lesson of that id. */
  of(id: string): Lesson | undefined {
    return this.#all?.find((lesson) => lesson.id === id);
  }

  /** The easiest lesson that teaches a skill. */
  teaching(skill: string): Lesson | undefined {
    return easiest(this.#all?.filter(({ skills }) => skills.includes(skill)));
  }

  /** The lesson to begin with for a skill: one that teaches it, else the easiest of its competence. */
  towards(skill: string): Lesson | undefined {
    const near = this.#all?.filter(({ competence }) => skill.startsWith(`${competence}.`));
    return this.teaching(skill) ?? easiest(near);
  }

  /** Reads them, unless they were. Called inside an effect, it is called again when the language or what is here changes. */
  async read(): Promise<void> {
    const { content: locale } = language;
    const wanted = `${locale} ${readiness.hasLessons}`;
    if (this.#read === wanted) return;
    this.#read = wanted;
    // Loaded after the first paint, as all that touches the device's database.
    const { loadLessons } = await import('./local/load-lessons.ts');
    const read = await loadLessons(firstBundle, locale).catch(() => undefined);
    if (this.#read !== wanted) return;
    this.#revision = read?.revision ?? 0;
    this.#all = read?.lessons ?? [];
  }
}

function easiest(some: readonly Lesson[] = []): Lesson | undefined {
  return some.reduce<Lesson | undefined>(
    (best, each) => (best && best.level <= each.level ? best : each),
    undefined,
  );
}

export const lessons = new Lessons();
