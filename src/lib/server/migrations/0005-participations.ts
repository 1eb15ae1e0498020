import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const participations: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // A projection of the events: it asks for no campaign row, since a restored database may lack a recent one.
    await db.schema
      .createTable('participation')
      .addColumn('organisation', 'text', (column) => column.notNull().references('organisation.organisation'))
      .addColumn('device', 'text', (column) => column.notNull())
      .addColumn('epoch', 'integer', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('campaign', 'text', (column) => column.notNull())
      .addColumn('nickname', 'text', (column) => column.notNull())
      .addColumn('avatar', 'text', (column) => column.notNull())
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('policy', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('bundle', 'text', (column) => column.notNull())
      .addColumn('revision', 'text', (column) => column.notNull())
      .addColumn('levels', 'text', (column) => column.notNull())
      .addColumn('verdict', 'text', (column) => column.notNull())
      .addColumn('answers', 'integer', (column) => column.notNull())
      .addColumn('received_at', 'bigint', (column) => column.notNull())
      .addColumn('withdrawn_at', 'bigint')
      .addPrimaryKeyConstraint('participation_primary', ['organisation', 'device', 'epoch', 'seq'])
      .execute();
    await db.schema
      .createIndex('participation_campaign')
      .on('participation')
      .columns(['organisation', 'campaign', 'day'])
      .execute();
    await db.schema
      .createTable('projection_position')
      .addColumn('organisation', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('device', 'text', (column) => column.notNull())
      .addColumn('epoch', 'integer', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('projection_position_primary', ['organisation', 'name', 'device', 'epoch'])
      .execute();
  },
};
