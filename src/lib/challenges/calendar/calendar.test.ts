import { expect, test } from 'vitest';
import * as v from 'valibot';
import type { CalendarAction } from './action.ts';
import { calendarSimulator } from './challenge.ts';
import { isDay, monthAfter, weeksOf } from './day.ts';
import { conflictsOf, isOn } from './occurrence.ts';
import { refusalOf } from './refusal.ts';
import { calendarFaults, calendarStart } from './start.ts';
import type { CalendarState } from './state.ts';

const written = {
  today: '2026-01-30',
  calendars: [
    { id: 'own', name: 'Own' },
    { id: 'club', name: 'Club', readOnly: true },
  ],
  people: [{ id: 'ann', name: 'Ann' }],
  events: [
    {
      id: 'gym',
      title: 'Gym',
      date: '2026-02-02',
      from: '18:00',
      to: '19:00',
      repeat: 'week',
      until: '2026-03-02',
    },
    { id: 'rent', title: 'Rent', date: '2026-01-31', from: '08:00', to: '08:15', repeat: 'month' },
    { id: 'feast', title: 'Feast', date: '2026-02-09', from: '18:30', to: '20:00', calendar: 'club' },
  ],
  invitations: [{ id: 'party', by: 'ann', title: 'Party', date: '2026-02-14', from: '20:00', to: '22:00' }],
};
const start = v.parse(calendarStart, written);
const words = (text: string): string => text;

function after(...actions: readonly CalendarAction[]): CalendarState {
  return actions.reduce(
    (state, action) => calendarSimulator.apply(state, action, start, words),
    calendarSimulator.begin(start, words),
  );
}

test('a month is shown by whole weeks, and months follow one another over a year’s end', () => {
  const weeks = weeksOf('2026-02');
  expect(weeks[0]?.[0]).toBe('2026-01-26');
  expect(weeks.at(-1)?.[6]).toBe('2026-03-01');
  expect(weeks.every((week) => week.length === 7)).toBe(true);
  expect(monthAfter('2026-12', 1)).toBe('2027-01');
  expect(monthAfter('2026-01', -1)).toBe('2025-12');
  expect(['2026-02-29', '2026-13-01', '05/03/2026', '2026-2-3'].map(isDay)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('an event comes back as it is told, and never before it begins nor after its end', () => {
  const [gym, rent] = after().events;
  const days = (event: typeof gym): string[] =>
    ['2026-01-26', '2026-02-02', '2026-02-09', '2026-02-10', '2026-03-02', '2026-03-09', '2026-03-31'].filter(
      (day) => event !== undefined && isOn(event, day),
    );
  expect(days(gym)).toEqual(['2026-02-02', '2026-02-09', '2026-03-02']);
  // A month without a 31st is passed over.
  expect(days(rent)).toEqual(['2026-03-31']);
  expect(rent !== undefined && isOn({ ...rent, repeat: 'fortnight' }, '2026-02-14')).toBe(true);
});

test('two events meet when their hours overlap on a day that both take place', () => {
  const { events } = after();
  const [gym, , feast] = events;
  expect(feast && conflictsOf(feast, events)).toEqual(['gym']);
  expect(gym && conflictsOf(gym, events)).toEqual(['feast']);
  const moved = after({ do: 'edit', id: 'gym' }, { do: 'from', time: '17:30' }, { do: 'save' });
  // The length is kept, and what only touches does not overlap.
  expect(calendarSimulator.facts(moved, start)['gym.to']).toBe('18:30');
  expect(calendarSimulator.facts(moved, start)['gym.conflicts']).toEqual([]);
});

test('what is half written says nothing, and what cannot be saved stays to be mended', () => {
  const untitled = after({ do: 'new' }, { do: 'title', text: '  ' });
  expect(refusalOf(untitled, { do: 'save' }, start)).toBe('noTitle');
  expect(calendarSimulator.apply(untitled, { do: 'save' }, start, words)).toBe(untitled);
  expect(calendarSimulator.facts(untitled, start)['events.made']).toBe(0);
  const backwards = after({ do: 'new' }, { do: 'title', text: 'A' }, { do: 'to', time: '13:00' });
  expect(refusalOf(backwards, { do: 'save' }, start)).toBe('endsFirst');
  expect(refusalOf(after(), { do: 'delete', id: 'feast' }, start)).toBe('readOnly');
  const saved = after(
    { do: 'new' },
    { do: 'title', text: ' A ' },
    { do: 'invite', person: 'ann' },
    { do: 'save' },
  );
  expect(calendarSimulator.facts(saved, start)).toMatchObject({
    'events.made': 1,
    'last.title': 'A',
    'made-1.guests': ['ann'],
    'last.date': '2026-01-30',
  });
});

test('an invitation stands in the calendar once accepted, and no more once declined', () => {
  const accepted = after({ do: 'reply', id: 'party', value: 'yes' });
  expect(calendarSimulator.facts(accepted, start)).toMatchObject({
    'party.exists': true,
    'party.reply': 'yes',
  });
  const declined = calendarSimulator.apply(accepted, { do: 'reply', id: 'party', value: 'no' }, start, words);
  expect(calendarSimulator.facts(declined, start)).toMatchObject({
    'party.exists': false,
    'party.reply': 'no',
  });
});

test('a start that makes no sense is told', () => {
  const faults = calendarFaults(
    v.parse(calendarStart, {
      ...written,
      events: [
        ...written.events,
        { id: 'gym', title: 'A', date: '2026-02-02', from: '10:00', to: '09:00', guests: ['bob'] },
        {
          id: 'last',
          title: 'B',
          date: '2026-02-02',
          from: '10:00',
          to: '11:00',
          calendar: 'none',
          until: '2026-03-01',
        },
      ],
    }),
  );
  expect(faults).toHaveLength(6);
});
