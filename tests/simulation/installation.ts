import { copyFileSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { base64url } from '#lib/base/bytes.ts';
import { generateStoredSigningKey, signerOfJwk } from '#lib/base/platform/crypto.ts';
import { openerOfJwk } from '#lib/base/platform/sealing.ts';
import type { Open } from '#lib/base/ports.ts';
import { organisationKey } from '#lib/campaigns/server/organisation-store.ts';
import { ServedBundle } from '#lib/content/local/served-bundle.ts';
import { openDatabase } from '#lib/server/database.ts';
import { joinedTo } from '#lib/sync/server/joined.contract.ts';
import { signInstallation } from '#lib/trust/installation.ts';

/** The last migration of the release before: each run's server begins with this one's successors still to be made. */
const before = '0007-withdrawals';

/** What every run begins with: an organisation with a campaign, in a database that a run copies. */
export interface Installation {
  readonly folder: string;
  readonly database: string;
  readonly organisation: string;
  readonly campaign: string;
  readonly card: string;
  /** What the root says, as a device pins it. */
  readonly signed: unknown;
  readonly open: Open;
  readonly content: ServedBundle;
}

/** Makes an installation with one organisation, one campaign and one bundle. */
export async function makeInstallation(now: number): Promise<Installation> {
  // Killings are made, not power cuts: memory is disk enough, and far quicker.
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'jalon-simulation-'));
  const database = join(folder, 'first.sqlite');
  const root = await generateStoredSigningKey();
  const signByRoot = await signerOfJwk(root.privateJwk);
  const opened = await openDatabase(database, before);
  if (!opened.ok) throw new Error(opened.detail ?? opened.reason);
  const joined = await joinedTo(opened.value, now, signByRoot);
  const { card } = await opened.value
    .selectFrom('campaign')
    .select('card')
    .where('campaign', '=', joined.campaign)
    .executeTakeFirstOrThrow();
  const seal = await organisationKey(opened.value, joined.organisation, 'seal');
  await opened.value.destroy();
  const content = await ServedBundle.new('socle');
  const key = base64url(root.publicKey);
  const signed = await signInstallation(
    { version: 1, root: key, name: 'Simulation', publishers: [content.publisher] },
    signByRoot,
  );
  if (seal === undefined) throw new Error('an organisation has a key to seal to');
  const open = await openerOfJwk(seal.privateJwk);
  const { organisation, campaign } = joined;
  return { folder, database, organisation, campaign, card, signed, open, content };
}

/** A copy of the first database, for one run. */
export function copied({ folder, database }: Installation, name: string): string {
  const path = join(folder, name);
  copyFileSync(database, path);
  return path;
}
