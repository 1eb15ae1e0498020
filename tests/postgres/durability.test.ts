import { expect, test } from 'vitest';
import { openDatabase } from '#lib/server/database.ts';
import { PostgresCluster, postgresPrograms } from './cluster.ts';

const programs = postgresPrograms();

test.skipIf('missing' in programs)(
  '[SV-5] a PostgreSQL that may lose a commit is refused with the name of the setting',
  async () => {
    const cluster = await PostgresCluster.started();
    try {
      const address = cluster.addressOf('postgres');
      await cluster.stop();
      expect(await openDatabase(address)).toMatchObject({ ok: false, reason: 'cannotOpen' });
      for (const setting of ['fsync', 'full_page_writes']) {
        await cluster.start([`${setting}=off`]);
        expect(await openDatabase(address)).toMatchObject({
          ok: false,
          reason: 'notDurable',
          detail: `${setting} is off`,
        });
        await cluster.stop();
      }
      // What one session may choose, ours chooses.
      await cluster.start(['synchronous_commit=off']);
      const opened = await openDatabase(address);
      expect(opened).toMatchObject({ ok: true });
      if (opened.ok) await opened.value.destroy();
    } finally {
      await cluster.remove();
    }
  },
);
