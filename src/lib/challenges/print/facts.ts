import type { Fact, Facts } from '../goal.ts';
import { pagesIn, sheetsOf } from './pages.ts';
import { savedSize } from './size.ts';
import type { PrintStart } from './start.ts';
import type { PrintState } from './state.ts';

/** What conditions may ask about what was printed and saved. */
export function printFacts(state: PrintState, start: PrintStart): Facts {
  const { last } = state;
  const count = start.document.pages;
  const pages = last === null ? [] : (pagesIn(last.pages, count) ?? []);
  const mine = state.jobs.filter(({ id }) => id.startsWith('mine-'));
  const facts: Record<string, Fact> = {
    ordered: state.ordered,
    printed: mine.filter((job) => job.state === 'done').length,
    'last.printer': last?.printer ?? '',
    'last.pages': pages.map(String),
    'last.copies': last?.copies ?? 0,
    'last.twoSides': last?.twoSides ?? false,
    'last.colour': last?.colour ?? false,
    'last.landscape': last?.landscape ?? false,
    'last.paper': last?.paper ?? '',
    'last.perSheet': last?.perSheet ?? 0,
    'last.done': mine.at(-1)?.state === 'done',
    'last.sheets': last === null ? 0 : sheetsOf(pages.length, last.perSheet, last.twoSides, last.copies),
    saved: state.saved.length,
    'saved.formats': state.saved.map(({ format }) => format),
  };
  for (const { id, state: now } of state.jobs) facts[`${id}.state`] = now;
  for (const { id } of start.printers) facts[`${id}.paper`] = state.loaded.includes(id);
  for (const { id } of start.receivers) facts[`${id}.format`] = '';
  for (const saved of state.saved) {
    const size = savedSize(saved.format, count, start.document.picture, saved.width, saved.quality);
    const told = {
      format: saved.format,
      name: saved.name,
      kb: size,
      width: Math.min(saved.width, start.document.picture?.[0] ?? 0),
    };
    for (const [name, value] of Object.entries(told)) {
      facts[`saved.${name}`] = value;
      if (saved.receiver !== '') facts[`${saved.receiver}.${name}`] = value;
    }
  }
  return facts;
}
