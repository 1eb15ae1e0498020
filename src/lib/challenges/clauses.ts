import type { ExerciseDictionary } from '#lib/i18n/messages/fr-exercise.ts';

type How = ExerciseDictionary['simulators']['how'];

/** A part of a sentence: one thing to do, with the place where it is done when that is said. */
export interface Clause {
  readonly place: string;
  readonly verb: string;
  readonly rest: string;
}

/** The longest name that is said whole, in letters; of what one finds by reading its beginning, less is enough. */
const longestName = 40;
const longestBeginning = 26;

/** What sentences about gestures are made of, in a language. Names are given as they read on the screen. */
export function clausesIn(how: How) {
  const clause = (verb: string, rest: string, place = ''): Clause => ({ place, verb, rest });
  const named = (name: string): string => how.quoted(shortened(name, longestName));
  const begun = (name: string): string => how.quoted(shortened(name, longestBeginning));
  return {
    /** Places, for what is done there. */
    inside: (name: string): string => how.inside(named(name)),
    under: (name: string): string => how.under(begun(name)),
    beside: (name: string): string => how.beside(begun(name)),
    named,
    press: (name: string, place?: string): Clause => clause(how.press, named(name), place),
    pressTimes: (count: number, name: string, place?: string): Clause =>
      clause(how.press, count === 1 ? named(name) : how.times(count, named(name)), place),
    /** The cross on something that goes away when it is pressed. */
    pressCross: (name: string, place?: string): Clause => clause(how.press, how.cross(named(name)), place),
    /** Something that has no name of its own on the screen, in the words given. */
    pressThat: (what: string, place?: string): Clause => clause(how.press, what, place),
    /** A dial or a slider, until it says a value. */
    set: (name: string, value: string): Clause => clause(how.set, how.setTo(named(name), named(value))),
    /** A switch, to have it say what it says then. */
    turn: (name: string, value: string): Clause => clause(how.press, how.turned(named(name), named(value))),
    choose: (name: string, place?: string): Clause => clause(how.choose, named(name), place),
    tick: (name: string): Clause => clause(how.tick, named(name)),
    untick: (name: string): Clause => clause(how.untick, named(name)),
    /** Types a text in place of what is there; an empty one takes away what is there. */
    write: (text: string, place?: string): Clause =>
      text.trim() === '' ? clause(how.erase, '', place) : clause(how.write, named(text), place),
  };
}
export type Clauses = ReturnType<typeof clausesIn>;

/** One sentence out of its clauses; empty when there is none. */
export function sentenceOf(clauses: readonly Clause[], how: How): string {
  const parts = clauses.map(({ place, verb, rest }, index) => {
    // « Touchez A, puis B »: the verb is said once.
    const isSaid =
      index > 0 && index === clauses.length - 1 && place === '' && verb === clauses[index - 1]?.verb;
    return [place, isSaid ? '' : verb, rest].filter((part) => part !== '').join(' ');
  });
  if (parts.length === 0) return '';
  const last = parts.slice(-1).map((part) => (parts.length === 1 ? part : `${how.then} ${part}`));
  const told = [...parts.slice(0, -1), ...last].join(', ');
  return `${told.slice(0, 1).toLocaleUpperCase()}${told.slice(1)}.`;
}

/** A text on one line, cut between two words where it is long; quotes inside it differ from those around it. */
function shortened(text: string, longest: number): string {
  const line = text
    .replace(/“\s*/g, '‘')
    .replace(/\s*”/g, '’')
    .replace(/«\s*/g, '“')
    .replace(/\s*»/g, '”')
    .replace(/[ \n]+/g, ' ')
    .trim();
  if (line.length <= longest) return line.replace(/\.$/, '');
  // A word that is longer than half of the room, such as an address, is cut itself.
  const space = line.slice(0, longest + 1).search(/\s\S*$/);
  const cut = line.slice(0, space < longest / 2 ? longest : space).replace(/[\s,;:.]+$/, '');
  return `${cut.includes('”') ? cut : cut.replace('“', '')}…`;
}
