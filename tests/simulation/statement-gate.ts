import Sqlite from 'better-sqlite3';

/** Hears of each statement before it runs on a file; what it throws, the statement fails with. */
type Heard = (handle: Sqlite.Database, text: string) => void;

type Run = (this: Sqlite.Statement, ...parameters: unknown[]) => unknown;
const heard = new Map<string, Heard>();

// A statement that is prepared once runs often: so this stands before each run, and between any two of them.
const probe = new Sqlite(':memory:');
const ofStatements = Object.getPrototypeOf(probe.prepare('select 1')) as Record<string, Run>;
probe.close();
for (const name of ['run', 'all', 'get', 'iterate']) {
  const run = Object.getOwnPropertyDescriptor(ofStatements, name)?.value as Run;
  ofStatements[name] = function (this: Sqlite.Statement, ...parameters: unknown[]) {
    heard.get(this.database.name)?.(this.database, this.source);
    return run.apply(this, parameters);
  };
}

/** Has each statement on a file of SQLite heard, until `undefined` takes its place. */
export function hearStatements(path: string, hears: Heard | undefined): void {
  if (hears === undefined) heard.delete(path);
  else heard.set(path, hears);
}
