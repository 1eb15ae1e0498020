import type { Kysely } from 'kysely';
import { success, type Result } from '#lib/base/result.ts';
import { accountsOf, type Accounts } from './accounts.ts';
import { openDatabase } from './database.ts';
import { installationKeys, type InstallationKeys } from './keys.ts';
import type { DatabaseRefusal } from './migrations/migrate.ts';
import type { Database } from './schema.ts';
import type { Settings } from './settings.ts';

/** All that a request may need of this installation. */
export interface Installation {
  readonly settings: Settings;
  readonly database: Kysely<Database>;
  readonly keys: InstallationKeys;
  readonly accounts: Accounts;
  readonly close: () => Promise<void>;
}

/** Opens, and makes at the first start, the database and the keys of a data directory; refused as `openDatabase` is. */
export async function openInstallation(settings: Settings): Promise<Result<Installation, DatabaseRefusal>> {
  const opened = await openDatabase(settings.databaseAddress);
  if (!opened.ok) return opened;
  const database = opened.value;
  const keys = await installationKeys(settings.dataDirectory);
  const isSecure = settings.origin?.startsWith('https:') ?? false;
  return success({
    settings,
    database,
    keys,
    accounts: accountsOf(database, keys.sessionSecret, isSecure),
    close: () => database.destroy(),
  });
}
