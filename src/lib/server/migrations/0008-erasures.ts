import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const erasures: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // Runs of a device's events that are to stay empty; known before the events when a backup was restored.
    await db.schema
      .createTable('erasure')
      .addColumn('organisation', 'text', (column) => column.notNull())
      .addColumn('device', 'text', (column) => column.notNull())
      .addColumn('epoch', 'integer', (column) => column.notNull())
      .addColumn('from_seq', 'integer', (column) => column.notNull())
      .addColumn('upto_seq', 'integer', (column) => column.notNull())
      .addColumn('erased_at', 'bigint', (column) => column.notNull())
      .addColumn('kept_at', 'bigint')
      .addPrimaryKeyConstraint('erasure_primary', ['organisation', 'device', 'epoch', 'from_seq', 'upto_seq'])
      .execute();
  },
};
