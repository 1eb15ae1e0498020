import { learner, momentNow } from '#lib/assessment/learner.svelte.ts';
import { hex } from '#lib/base/bytes.ts';
import { localDay } from '#lib/base/clock.ts';
import { randomBytes } from '#lib/base/platform/crypto.ts';
import { markHelp, markOf, type DayMark } from '#lib/local/day-mark.ts';
import { sessionBytes, type Glimpse } from './glimpse.ts';
import { glimpseOf } from './glimpse-of.ts';
import { station } from './station.svelte.ts';

/** What the person at this device shows of themselves: the same on the screen and over a link. */
class Shown {
  #mark = $state.raw<DayMark & { readonly learner: string }>();

  /** Whether help is asked: on a shared device from the bar above, elsewhere from the page that shows. */
  get needsHelp(): boolean {
    return learner.isShared ? station.seated?.needsHelp === true : this.#mark?.needsHelp === true;
  }

  /** Where the person stands now; undefined until their mark of today was read. */
  get glimpse(): Glimpse | undefined {
    const mark = this.#mark;
    if (learner.state !== 'open' || mark?.learner !== learner.id) return undefined;
    const glimpse = glimpseOf(learner.profile, mark.mark, this.needsHelp, momentNow());
    return glimpse.day === mark.day ? glimpse : undefined;
  }

  /** Reads the mark of the person at this device, or draws it; rejects when the device keeps nothing any more. */
  async read(): Promise<void> {
    const { id, database } = learner;
    const mark = await markOf(database, id, localDay(momentNow()), hex(randomBytes(sessionBytes)));
    this.#mark = { ...mark, learner: id };
  }

  /** Asks for help, or no longer, on a device of one person. */
  async askHelp(needsHelp: boolean): Promise<void> {
    const mark = this.#mark;
    if (mark === undefined) return;
    const { learner: id, ...known } = mark;
    this.#mark = { ...(await markHelp(learner.database, id, known, needsHelp)), learner: id };
  }
}

export const shown = new Shown();
