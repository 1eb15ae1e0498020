import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { accountTypes, engineOf } from '../engine.ts';

/** The tables of Better Auth, under names that say whose they are; their columns are its own. */
export const accounts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const { moment, flag } = accountTypes(engineOf(db));
    await db.schema
      .createTable('staff_user')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('email', 'text', (column) => column.notNull().unique())
      .addColumn('emailVerified', flag, (column) => column.notNull())
      .addColumn('image', 'text')
      .addColumn('createdAt', moment, (column) => column.notNull())
      .addColumn('updatedAt', moment, (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('staff_session')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('expiresAt', moment, (column) => column.notNull())
      .addColumn('token', 'text', (column) => column.notNull().unique())
      .addColumn('createdAt', moment, (column) => column.notNull())
      .addColumn('updatedAt', moment, (column) => column.notNull())
      .addColumn('ipAddress', 'text')
      .addColumn('userAgent', 'text')
      .addColumn('userId', 'text', (column) =>
        column.notNull().references('staff_user.id').onDelete('cascade'),
      )
      .execute();
    await db.schema.createIndex('staff_session_userId_idx').on('staff_session').column('userId').execute();
    await db.schema
      .createTable('staff_account')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('accountId', 'text', (column) => column.notNull())
      .addColumn('providerId', 'text', (column) => column.notNull())
      .addColumn('userId', 'text', (column) =>
        column.notNull().references('staff_user.id').onDelete('cascade'),
      )
      .addColumn('accessToken', 'text')
      .addColumn('refreshToken', 'text')
      .addColumn('idToken', 'text')
      .addColumn('accessTokenExpiresAt', moment)
      .addColumn('refreshTokenExpiresAt', moment)
      .addColumn('scope', 'text')
      .addColumn('password', 'text')
      .addColumn('createdAt', moment, (column) => column.notNull())
      .addColumn('updatedAt', moment, (column) => column.notNull())
      .execute();
    await db.schema.createIndex('staff_account_userId_idx').on('staff_account').column('userId').execute();
    await db.schema
      .createTable('staff_verification')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('identifier', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addColumn('expiresAt', moment, (column) => column.notNull())
      .addColumn('createdAt', moment, (column) => column.notNull())
      .addColumn('updatedAt', moment, (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('staff_verification_identifier_idx')
      .on('staff_verification')
      .column('identifier')
      .execute();
    await db.schema
      .createTable('staff_rate_limit')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('key', 'text', (column) => column.notNull().unique())
      .addColumn('count', 'integer', (column) => column.notNull())
      .addColumn('lastRequest', 'bigint', (column) => column.notNull())
      .execute();
  },
};
