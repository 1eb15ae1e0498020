import { layBallast } from '#lib/local/ballast.ts';
import { localDatabase, type LocalDatabase } from '#lib/local/database.ts';
import { registerShell, verifyShell } from '#lib/local/shell.ts';
import { pinInstallation, pinnedInstallation } from '#lib/trust/local/pinned.ts';
import { installBundle, type InstallProgress, type InstallRefusal } from './install.ts';
import { installedRevision, verifyRevision } from './revisions.ts';

/** What came of preparing: all verified, only the content for now, or why the content could not be brought. */
export type Prepared = 'ready' | 'partly' | InstallRefusal | 'otherInstallation';

/** Whether a revision of the bundle is whole on the device, whatever else failed. */
export async function hasContent(bundle: string): Promise<boolean> {
  return (await installedRevision(localDatabase(), bundle).catch(() => undefined)) !== undefined;
}

/** Fetches what is missing of a bundle, then verifies every chunk and every file of the application by its digest. */
export async function prepareDevice(
  bundle: string,
  told: (progress: InstallProgress) => void,
): Promise<Prepared> {
  const database = localDatabase();
  const installed = await install(database, bundle, told);
  // Without a network, what is here already may still be all that is needed.
  const isEnough = installed === 'installed' || (installed === 'noNetwork' && (await hasContent(bundle)));
  if (!isEnough) return installed;
  await registerShell();
  const isWhole = await isAllWhole(database, bundle);
  await layBallast(database).catch(() => undefined);
  return isWhole ? 'ready' : 'partly';
}

async function install(
  database: LocalDatabase,
  bundle: string,
  told: (progress: InstallProgress) => void,
): Promise<'installed' | InstallRefusal | 'otherInstallation'> {
  try {
    const answer = await fetch('/api/installation', { cache: 'no-store' });
    const pinned = await pinInstallation(database, await answer.json());
    if (!pinned.ok && pinned.reason === 'otherInstallation') return 'otherInstallation';
  } catch {
    // No network, or a captive portal's page: go on with what was pinned.
  }
  const installation = await pinnedInstallation(database).catch(() => 'storageClosed' as const);
  if (installation === 'storageClosed') return installation;
  if (installation === undefined) return 'noNetwork';
  const result = await installBundle(database, bundle, installation.publishers, told);
  return result.ok ? 'installed' : result.reason;
}

async function isAllWhole(database: LocalDatabase, bundle: string): Promise<boolean> {
  const revision = await installedRevision(database, bundle);
  if (revision === undefined || !(await verifyRevision(database, bundle, revision))) return false;
  const shell = await verifyShell();
  return shell !== undefined && shell.whole === shell.total;
}
