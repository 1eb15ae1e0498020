import type { Clause } from '../clauses.ts';
import { simulatorTeller, type SimulatorScene } from '../simulator-teller.ts';
import type { CalendarAction } from './action.ts';
import { calendarSimulator } from './challenge.ts';
import { dayWords, monthWords } from './day-words.ts';
import type { Day } from './day.ts';
import type { CalendarStart } from './start.ts';
import type { CalendarState } from './state.ts';

type CalendarScene = SimulatorScene<CalendarStart, CalendarState>;

export const teller = simulatorTeller(calendarSimulator, tellCalendar);

/** How an action with the calendar is done on the screen. */
function tellCalendar(action: CalendarAction, scene: CalendarScene): readonly Clause[] {
  const { say, start, state, plain, locale } = scene;
  const words = scene.words.calendar;
  const nameOf = (person: string): string => plain(start.people.find(({ id }) => id === person)?.name ?? '');
  switch (action.do) {
    case 'show':
      return dayShown(action.day, scene);
    case 'new':
      return [say.press(words.new)];
    case 'edit':
    case 'delete': {
      const event = state.events.find(({ id }) => id === action.id);
      return [
        ...(event === undefined || event.date === state.day ? [] : dayShown(event.date, scene)),
        say.press(words[action.do], say.under(event?.title ?? '')),
      ];
    }
    case 'title':
    case 'place': {
      const tiles = action.do === 'title' ? start.titles : start.places;
      const label = words[action.do];
      return tiles.some((tile) => plain(tile) === action.text)
        ? [say.press(action.text, say.under(label))]
        : [say.write(action.text, say.inside(label))];
    }
    case 'date':
    case 'until':
      return [say.choose(dayWords(action.day, locale, true), say.inside(words[action.do]))];
    case 'from':
    case 'to':
      return [say.choose(action.time, say.inside(words[action.do]))];
    case 'repeat':
      return [say.choose(words.repeats[action.every], say.inside(words.repeat))];
    case 'remind':
      return [say.choose(words.reminders[action.minutes] ?? '', say.inside(words.reminder))];
    case 'file': {
      const name = start.calendars?.find(({ id }) => id === action.calendar)?.name ?? '';
      return [say.choose(plain(name), say.under(words.inCalendar))];
    }
    case 'invite':
      return [say.tick(nameOf(action.person))];
    case 'uninvite':
      return [say.untick(nameOf(action.person))];
    case 'save':
    case 'cancel':
    case 'vote':
      return [say.press(words[action.do])];
    case 'reply': {
      const title = start.invitations.find(({ id }) => id === action.id)?.title ?? '';
      return [say.press(words.replies[action.value], say.under(plain(title)))];
    }
    case 'tick':
    case 'untick': {
      const slot = start.poll?.slots.find(({ id }) => id === action.slot);
      if (slot === undefined) return [];
      return [say[action.do](`${dayWords(slot.date, locale)}, ${words.times(slot.from, slot.to)}`)];
    }
  }
}

/** The pages are turned to the month first, when another one is shown. */
function dayShown(day: Day, { say, state, words, locale }: CalendarScene): readonly Clause[] {
  const month = day.slice(0, 7);
  const { arrow } = words.calendar.how;
  return [
    ...(state.day.startsWith(month) ? [] : [say.pressThat(arrow(say.named(monthWords(month, locale))))]),
    say.press(dayWords(day, locale)),
  ];
}
