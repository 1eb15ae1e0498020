import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const campaigns: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('campaign')
      .addColumn('organisation', 'text', (column) => column.notNull().references('organisation.organisation'))
      .addColumn('campaign', 'text', (column) => column.notNull())
      .addColumn('code', 'text', (column) => column.notNull().unique())
      .addColumn('title_fr', 'text', (column) => column.notNull())
      .addColumn('title_en', 'text', (column) => column.notNull())
      .addColumn('purpose_fr', 'text', (column) => column.notNull())
      .addColumn('purpose_en', 'text', (column) => column.notNull())
      .addColumn('asks', 'text', (column) => column.notNull())
      .addColumn('policy', 'text', (column) => column.notNull())
      .addColumn('bundle', 'text', (column) => column.notNull())
      .addColumn('join_secret', 'text', (column) => column.notNull())
      .addColumn('retention_months', 'integer', (column) => column.notNull())
      .addColumn('opens_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('closed_at', 'bigint')
      .addColumn('card', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('campaign_primary', ['organisation', 'campaign'])
      .execute();
  },
};
