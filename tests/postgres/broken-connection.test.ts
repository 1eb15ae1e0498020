import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '#lib/server/database.ts';
import { PostgresCluster, postgresPrograms } from './cluster.ts';

const programs = postgresPrograms();

test.skipIf('missing' in programs)(
  '[SV-15] a connection that breaks between two statements fails its request, not the process, and requests after it have others',
  async () => {
    const cluster = await PostgresCluster.started();
    try {
      const opened = await openDatabase(cluster.addressOf('postgres'));
      if (!opened.ok) throw new Error(opened.detail);
      const database = opened.value;
      await database.connection().execute(async (held) => {
        const { rows } = await sql<{ id: number }>`select pg_backend_pid() as id`.execute(held);
        const id = rows[0]?.id ?? 0;
        await sql`select pg_terminate_backend(${id})`.execute(database);
        const left = async (): Promise<number> =>
          (await sql`select 1 from pg_stat_activity where pid = ${id}`.execute(database)).rows.length;
        // Nothing is asked of it while it breaks: an error that nobody hears would end the process, and this test.
        await expect.poll(left).toBe(0);
        await expect(sql`select 1`.execute(held)).rejects.toThrow();
      });
      // Its end may be heard after the error that told it: until then it may be taken for whole once more.
      const answered = async (): Promise<number> =>
        sql`select 1`.execute(database).then(
          ({ rows }) => rows.length,
          () => 0,
        );
      await expect.poll(answered).toBe(1);
      await database.destroy();
    } finally {
      await cluster.remove();
    }
  },
);
