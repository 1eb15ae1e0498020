import Sqlite from 'better-sqlite3';

/** Hears of each statement before it is given to a file; what it throws, the statement fails with. */
type Heard = (handle: Sqlite.Database, text: string) => void;

type Prepare = (this: Sqlite.Database, text: string) => Sqlite.Statement;
const heard = new Map<string, Heard>();
const { prototype } = Sqlite;
const prepare = Object.getOwnPropertyDescriptor(prototype, 'prepare')?.value as Prepare;

// Kysely prepares each statement just before it runs: so this stands between any two of them.
prototype.prepare = function (this: Sqlite.Database, text: string) {
  heard.get(this.name)?.(this, text);
  return prepare.call(this, text);
} as typeof prototype.prepare;

/** Has each statement on a file of SQLite heard, until `undefined` takes its place. */
export function hearStatements(path: string, hears: Heard | undefined): void {
  if (hears === undefined) heard.delete(path);
  else heard.set(path, hears);
}
