/** A day written `2026-03-05`; days compare as their texts do. */
export type Day = string;

const msInDay = 86_400_000;

/** The day that comes a number of days after another. */
export function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * msInDay).toISOString().slice(0, 10);
}

/** How many days lie between two days; negative when the second comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / msInDay);
}

/** The days of the weeks that a month touches, from a Monday to a Sunday. */
export function weeksOf(month: string): readonly (readonly Day[])[] {
  const first = `${month}-01`;
  const monday = dayAfter(first, -((new Date(first).getUTCDay() + 6) % 7));
  const weeks: Day[][] = [];
  for (let start = monday; start.slice(0, 7) <= month; start = dayAfter(start, 7)) {
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((days) => dayAfter(start, days)));
  }
  return weeks;
}

/** The month that comes a number of months after another, both written `2026-03`. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/** Whether a text is a day that exists, in this century or the next. */
export function isDay(text: string): boolean {
  if (!/^2[01]\d\d-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
