import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const reports: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // Of the whole installation: no organisation, no device and no person stands beside a report.
    await db.schema
      .createTable('report')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('received_at', 'bigint', (column) => column.notNull())
      .addColumn('category', 'text', (column) => column.notNull())
      .addColumn('application', 'text', (column) => column.notNull())
      .addColumn('bundle', 'text')
      .addColumn('revision', 'integer')
      .addColumn('challenge', 'text')
      .addColumn('lesson', 'text')
      .addColumn('step', 'integer')
      .addColumn('text', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('report_received').on('report').column('received_at').execute();
  },
};
