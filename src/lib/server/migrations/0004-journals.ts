import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const journals: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('device')
      .addColumn('organisation', 'text', (column) => column.notNull().references('organisation.organisation'))
      .addColumn('device', 'text', (column) => column.notNull())
      .addColumn('epoch', 'integer', (column) => column.notNull())
      .addColumn('campaign', 'text', (column) => column.notNull())
      .addColumn('public_key', 'text', (column) => column.notNull())
      .addColumn('head_seq', 'integer', (column) => column.notNull())
      .addColumn('head_hash', 'text', (column) => column.notNull())
      .addColumn('enrolled_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('device_primary', ['organisation', 'device', 'epoch'])
      .execute();
    await db.schema
      .createTable('event')
      .addColumn('organisation', 'text', (column) => column.notNull())
      .addColumn('device', 'text', (column) => column.notNull())
      .addColumn('epoch', 'integer', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('body', 'text')
      .addColumn('received_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('event_primary', ['organisation', 'device', 'epoch', 'seq'])
      .addForeignKeyConstraint('event_device', ['organisation', 'device', 'epoch'], 'device', [
        'organisation',
        'device',
        'epoch',
      ])
      .execute();
    // A parcel that came ahead of its device's first one is held too, so no device is asked for here.
    await db.schema
      .createTable('held_parcel')
      .addColumn('organisation', 'text', (column) => column.notNull().references('organisation.organisation'))
      .addColumn('device', 'text', (column) => column.notNull())
      .addColumn('epoch', 'integer', (column) => column.notNull())
      .addColumn('first_seq', 'integer', (column) => column.notNull())
      .addColumn('bytes', 'text', (column) => column.notNull())
      .addColumn('received_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('held_parcel_primary', ['organisation', 'device', 'epoch', 'first_seq'])
      .execute();
    await db.schema
      .createTable('server_epoch')
      .addColumn('id', 'integer', (column) => column.primaryKey().check(sql`id = 1`))
      .addColumn('epoch', 'integer', (column) => column.notNull())
      .addColumn('started_at', 'bigint', (column) => column.notNull())
      .execute();
    await sql`insert into server_epoch (id, epoch, started_at) values (1, 1, 0)`.execute(db);
  },
};
