import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase } from './database.ts';
import type { Engine } from './engine.ts';
import type { Database } from './schema.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the PostgreSQL of this run listens; given to the tests that run on it only. */
    postgresPort?: number;
  }
}

const port = inject('postgresPort');
let made = 0;

/** The database that this run of the tests is about: each file that opens one here runs on SQLite, then on PostgreSQL. */
export const engine: Engine = port === undefined ? 'sqlite' : 'postgres';

/** The address of a database where nothing is yet. */
export async function freshAddress(): Promise<string> {
  if (port === undefined) return join(await mkdtemp(join(tmpdir(), 'jalon-database-')), 'jalon.sqlite');
  const name = `t${process.pid}_${Date.now()}_${(made += 1)}`;
  await asked(`create database ${name}`);
  return addressOf(name);
}

/** A database with its tables and nothing in them. */
export async function freshDatabase(): Promise<Kysely<Database>> {
  const opened = await openDatabase(await freshAddress());
  if (!opened.ok) throw new Error(opened.detail ?? opened.reason);
  return opened.value;
}

function addressOf(name: string): string {
  return `postgres://jalon@127.0.0.1:${port}/${name}`;
}

async function asked(statement: string): Promise<void> {
  const client = new pg.Client(addressOf('postgres'));
  await client.connect();
  await client.query(statement);
  await client.end();
}
