import { refusal, type Result } from '#lib/base/result.ts';

/** The longest text that a link carries. */
const mostLetters = 400;

/** Takes a text that came over a link, when it is of `only` this person, if one is known; gives the person's id of the day. */
export type Take<Reason extends string> = (
  text: string,
  only: string | undefined,
) => Promise<Result<string, Reason>>;

/**
 * What hears the texts of one link: it takes one after the other, and of those that wait only the newest. All are of the person
 * of the first. `told` hears what became of each; after a refusal nothing more is taken.
 */
export function intake<Reason extends string>(
  take: Take<Reason | 'damaged'>,
  told: (taken: Result<string, Reason | 'damaged'>) => void,
): (text: string) => Promise<void> {
  let person: string | undefined;
  let waiting: string | undefined;
  let isTaking = false;
  let isOver = false;
  return async (text) => {
    waiting = text;
    if (isTaking) return;
    isTaking = true;
    while (waiting !== undefined && !isOver) {
      const next: string = waiting;
      waiting = undefined;
      const taken = next.length > mostLetters ? refusal('damaged') : await take(next, person);
      if (taken.ok) person = taken.value;
      else isOver = true;
      told(taken);
    }
    isTaking = false;
  };
}
