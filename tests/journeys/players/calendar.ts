import { expect } from '@playwright/test';
import { calendarSimulator } from '#lib/challenges/calendar/challenge.ts';
import { dayWords } from '#lib/challenges/calendar/day-words.ts';
import type { CalendarEvent } from '#lib/challenges/calendar/state.ts';
import { frExercise } from '#lib/i18n/messages/fr-exercise.ts';
import { beginning, button } from '../hand.ts';
import { simulatorPlayer } from './player.ts';

const words = frExercise.calendar;

export const perform = simulatorPlayer(
  calendarSimulator,
  async (page, action, { hand, start, state, plain }) => {
    const nameOf = (person: string): string =>
      plain(start.people.find(({ id }) => id === person)?.name ?? person);
    const eventOf = (id: string): CalendarEvent => {
      const found = state.events.find((event) => event.id === id);
      if (found === undefined) throw new Error(`there is no event "${id}"`);
      return found;
    };
    const field = (label: string) => page.locator('main').getByLabel(label, { exact: true });
    switch (action.do) {
      case 'show':
        return show(action.day);
      case 'new':
        return hand.press(button(page, words.new));
      case 'edit':
      case 'delete': {
        const { title, date } = eventOf(action.id);
        const name = action.do === 'edit' ? words.editNamed(title) : words.deleteNamed(title);
        if (!(await button(page, name).isVisible())) await show(date);
        return hand.press(button(page, name));
      }
      case 'title':
      case 'place': {
        const tile = page.getByRole('list', { name: words.tiles(words[action.do]) });
        const tapped = button(tile, action.text);
        return (await tapped.isVisible())
          ? hand.press(tapped)
          : hand.fill(field(words[action.do]), action.text);
      }
      case 'date':
      case 'until':
        // The device's own sheet for days is not a page's: its value is set as the sheet does.
        return field(words[action.do]).fill(action.day);
      case 'from':
      case 'to':
        return hand.select(field(words[action.do]), action.time);
      case 'repeat':
        return hand.select(field(words.repeat), words.repeats[action.every]);
      case 'remind':
        return hand.select(field(words.reminder), words.reminders[action.minutes] ?? '');
      case 'file': {
        const name = start.calendars?.find(({ id }) => id === action.calendar)?.name ?? '';
        return hand.select(field(words.inCalendar), plain(name));
      }
      case 'invite':
      case 'uninvite':
        return hand.choose(page.getByRole('checkbox', { name: nameOf(action.person), exact: true }));
      case 'save':
      case 'cancel':
      case 'vote':
        return hand.press(button(page, words[action.do]));
      case 'reply': {
        const title = plain(start.invitations.find(({ id }) => id === action.id)?.title ?? '');
        const group = page.getByRole('group', { name: title, exact: true });
        return hand.press(button(group, words.replies[action.value]));
      }
      case 'tick':
      case 'untick': {
        const slot = start.poll?.slots.find(({ id }) => id === action.slot);
        if (slot === undefined) throw new Error(`there is no slot "${action.slot}"`);
        const name = `${dayWords(slot.date, 'fr')}, ${words.times(slot.from, slot.to)}`;
        return hand.choose(page.getByRole('checkbox', { name: beginning(name) }));
      }
    }

    /** Taps a day, after turning the pages to its month. */
    async function show(day: string): Promise<void> {
      const wanted = page.locator('main table').getByRole('button', { name: beginning(dayWords(day, 'fr')) });
      for (let turned = 0; turned < 24 && !(await wanted.isVisible()); turned += 1) {
        await hand.press(button(page, day > state.day ? words.after : words.before));
      }
      await hand.press(wanted.first());
      await expect(wanted.first()).toHaveAttribute('aria-pressed', 'true');
    }
  },
);
