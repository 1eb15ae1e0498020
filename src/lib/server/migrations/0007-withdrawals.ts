import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const withdrawals: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // What one device asks for another, whose events may come later: no device is asked for here.
    await db.schema
      .createTable('withdrawal')
      .addColumn('organisation', 'text', (column) => column.notNull().references('organisation.organisation'))
      .addColumn('device', 'text', (column) => column.notNull())
      .addColumn('epoch', 'integer', (column) => column.notNull())
      .addColumn('consent', 'integer', (column) => column.notNull())
      .addColumn('signature', 'text', (column) => column.notNull())
      .addColumn('campaign', 'text', (column) => column.notNull())
      .addColumn('received_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('withdrawal_primary', [
        'organisation',
        'device',
        'epoch',
        'consent',
        'signature',
      ])
      .execute();
  },
};
