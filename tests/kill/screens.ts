import type { JournalEvent } from '#lib/journal/event.ts';

/** What a journal says that somebody saw, each screen once and in order, with the number of the test before it. */
export interface Screens {
  readonly screens: readonly string[];
  /** How many tests were begun. */
  readonly tests: number;
  /** The question that the test under way has come to, as a screen; undefined when none is under way. */
  readonly current: string | undefined;
  /** How many answers are in the journal. */
  readonly answers: number;
  /** Answers to a question that was answered before in the same test. */
  readonly doubled: number;
  /** Answers to another question than the one that was asked. */
  readonly broken: number;
}

/** The screens that follow from a journal; `words` gives what the screen of an item says. */
export function screensOf(events: readonly JournalEvent[], words: (item: string) => string): Screens {
  const screens: string[] = [];
  let [tests, given, answers, doubled, broken] = [0, 0, 0, 0, 0];
  const test: { asked: string | null } = { asked: null };
  let seen = new Set<string>();
  const show = (item: string | null): void => {
    test.asked = item;
    if (item !== null) screens.push(`${tests} question ${given + 1} ${words(item)}`);
  };
  for (const event of events) {
    if (event.type === 'attempt.started') {
      [tests, given, seen] = [tests + 1, 0, new Set()];
      show(event.item);
    } else if (event.type === 'response.given') {
      [given, answers] = [given + 1, answers + 1];
      if (seen.has(event.item)) doubled += 1;
      else if (event.item !== test.asked) broken += 1;
      seen.add(event.item);
      screens.push(`${tests} look back ${given}`);
      show(event.next);
    } else if (event.type === 'attempt.completed') screens.push(`${tests} result`);
  }
  const current = test.asked === null ? undefined : screens.at(-1);
  return { screens, tests, current, answers, doubled, broken };
}

/** What is left of a text when only its letters and digits count: the same on a screen and in a file. */
export function lettersOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}
