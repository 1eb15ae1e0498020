import type { MigrationProvider } from 'kysely/migration';
import { accounts } from './0001-accounts.ts';
import { organisations } from './0002-organisations.ts';
import { campaigns } from './0003-campaigns.ts';
import { journals } from './0004-journals.ts';
import { participations } from './0005-participations.ts';
import { reports } from './0006-reports.ts';
import { withdrawals } from './0007-withdrawals.ts';
import { erasures } from './0008-erasures.ts';

/** Every migration ever released, in order: a released one never changes, a new one is added at the end. */
export const migrations: MigrationProvider = {
  getMigrations: () =>
    Promise.resolve({
      '0001-accounts': accounts,
      '0002-organisations': organisations,
      '0003-campaigns': campaigns,
      '0004-journals': journals,
      '0005-participations': participations,
      '0006-reports': reports,
      '0007-withdrawals': withdrawals,
      '0008-erasures': erasures,
    }),
};
