import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const organisations: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('organisation')
      .addColumn('organisation', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('certificate', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('organisation_key')
      .addColumn('organisation', 'text', (column) => column.notNull().references('organisation.organisation'))
      .addColumn('key_id', 'text', (column) => column.notNull())
      .addColumn('purpose', 'text', (column) => column.notNull())
      .addColumn('public_key', 'text', (column) => column.notNull())
      .addColumn('private_jwk', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('organisation_key_primary', ['organisation', 'key_id'])
      .execute();
    await db.schema
      .createTable('membership')
      .addColumn('organisation', 'text', (column) => column.notNull().references('organisation.organisation'))
      .addColumn('user_id', 'text', (column) =>
        column.notNull().references('staff_user.id').onDelete('cascade'),
      )
      .addColumn('role', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('membership_primary', ['organisation', 'user_id'])
      .execute();
    await db.schema.createIndex('membership_user').on('membership').column('user_id').execute();
  },
};
