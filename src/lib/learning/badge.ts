import { dayNumber } from '#lib/base/clock.ts';
import { isMeasure } from '#lib/assessment/policy.ts';
import { isTest, review } from '#lib/assessment/profile.ts';
import { isProved } from '#lib/assessment/skills.ts';
import type { JournalEvent } from '#lib/journal/event.ts';

export type BadgeName =
  'firstTest' | 'firstLesson' | 'comeback' | 'fiveAreas' | 'weekOfReviews' | 'wholeProfile';

/** Something that somebody did, once for all. */
export interface Badge {
  readonly name: BadgeName;
  /** The day as the calendar of the device had it. */
  readonly date: number;
  /** Whether it was said when it came. */
  readonly isTold: boolean;
}

/** What the content on this device is about. */
export interface Frame {
  readonly skillOfItem: (item: string) => string | undefined;
  readonly areas: readonly string[];
  readonly competences: readonly string[];
}

const daysOfReviews = 7;

/** The deeds in a journal, in the order in which they were done; `days` has the day of each event. */
export function badgesOf(
  events: readonly JournalEvent[],
  days: readonly number[],
  frame: Frame,
): readonly Badge[] {
  const earned = new Map<BadgeName, Badge>();
  const deeds = new Deeds(frame);
  events.forEach((event, index) => {
    if (event.type === 'badge.told')
      for (const badge of earned.values())
        if (badge.name === event.badge) earned.set(badge.name, { ...badge, isTold: true });
    for (const name of deeds.after(event, days[index] ?? 0))
      if (!earned.has(name)) earned.set(name, { name, date: dayNumber(event), isTold: false });
  });
  return [...earned.values()];
}

/** What was done so far. */
class Deeds {
  readonly #frame: Frame;
  readonly #policies = new Map<string, string>();
  /** By skill: the day on which it did not succeed yet. */
  readonly #missed = new Map<string, number>();
  readonly #areas = new Set<string>();
  readonly #reviewDays = new Set<number>();
  readonly #measured = new Set<string>();

  constructor(frame: Frame) {
    this.#frame = frame;
  }

  /** The badges that an event is a reason for, earned before or not. */
  after(event: JournalEvent, day: number): readonly BadgeName[] {
    switch (event.type) {
      case 'attempt.started':
        this.#policies.set(event.attempt, event.policy);
        return [];
      case 'response.given':
        return this.#answered(event, day);
      case 'attempt.completed':
        if (!isMeasure(this.#policies.get(event.attempt) ?? '')) return [];
        for (const { target } of event.levels) this.#measured.add(target);
        return [
          'firstTest',
          ...this.#if('wholeProfile', this.#hasAll(this.#frame.competences, this.#measured)),
        ];
      case 'lesson.finished':
        return ['firstLesson', ...this.#worked(event.lesson)];
      default:
        return [];
    }
  }

  #answered(event: JournalEvent & { readonly type: 'response.given' }, day: number): readonly BadgeName[] {
    const policy = this.#policies.get(event.attempt) ?? '';
    const skill = this.#frame.skillOfItem(event.item);
    const missedOn = skill === undefined ? undefined : this.#missed.get(skill);
    if (skill !== undefined && !isProved(event)) this.#missed.set(skill, day);
    if (policy === review) this.#reviewDays.add(day);
    return [
      ...this.#if('comeback', isProved(event) && missedOn !== undefined && missedOn < day),
      ...this.#if('weekOfReviews', this.#reviewDays.size >= daysOfReviews),
      ...(isTest(policy) ? [] : this.#worked(event.item)),
    ];
  }

  /** Practised, reviewed or read: of the area that an id begins with. */
  #worked(id: string): readonly BadgeName[] {
    this.#areas.add(id.split('.')[0] ?? '');
    return this.#if('fiveAreas', this.#hasAll(this.#frame.areas, this.#areas));
  }

  #hasAll(wanted: readonly string[], held: ReadonlySet<string>): boolean {
    return wanted.length > 0 && wanted.every((each) => held.has(each));
  }

  #if(name: BadgeName, isEarned: boolean): readonly BadgeName[] {
    return isEarned ? [name] : [];
  }
}
