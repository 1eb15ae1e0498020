import { sql, type Kysely } from 'kysely';
import { refusal, success, type Result } from '#lib/base/result.ts';
import { engineOf } from './engine.ts';

/** The settings of PostgreSQL that decide, and the values under which a commit waits for the disk. */
const settings = ['fsync', 'full_page_writes', 'synchronous_commit'];
const durable: readonly unknown[] = ['on', 'remote_apply'];
const FULL = 2;

/**
 * Whether a commit survives a power cut, as the database itself says for this connection: a setting may be refused in
 * silence. Refused with the name of each setting under which it may not.
 */
export async function durabilityOf<Tables>(
  database: Kysely<Tables>,
): Promise<Result<'durable', 'notDurable'>> {
  const off = await (engineOf(database) === 'postgres' ? postgresOff(database) : sqliteOff(database));
  return off.length === 0 ? success('durable') : refusal('notDurable', off.join(', '));
}

async function postgresOff<Tables>(database: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string; value: unknown }>`
    select name, current_setting(name) as value from unnest(${settings}::text[]) as name
  `.execute(database);
  return rows
    .filter(({ value }) => !durable.includes(value))
    .map(({ name, value }) => `${name} is ${String(value)}`);
}

async function sqliteOff<Tables>(database: Kysely<Tables>): Promise<string[]> {
  const { rows: modes } = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(database);
  const { rows: levels } = await sql<{ synchronous: number }>`pragma synchronous`.execute(database);
  const [mode, level] = [modes[0]?.journal_mode, levels[0]?.synchronous];
  if (mode === 'wal' && level === FULL) return [];
  return [`journal_mode is ${String(mode)}`, `synchronous is ${String(level)}`];
}
