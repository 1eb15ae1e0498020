import { layBallast } from '#lib/local/ballast.ts';
import { localDatabase, type LocalDatabase } from '#lib/local/database.ts';
import { storageFailureOf } from '#lib/local/storage-failure.ts';
import { keepShell, type ShellState } from '#lib/local/shell.ts';
import { pinInstallation, pinnedInstallation } from '#lib/trust/local/pinned.ts';
import { bringChunks, installBundle, type InstallProgress, type InstallRefusal } from './install.ts';
import { installedRevision, isComplete, manifestOf, verifyChunks, verifyRevision } from './revisions.ts';

/** Why content could not be brought. */
export type ContentFailure = InstallRefusal | 'otherInstallation';

/** Whether a test can begin: every chunk of the newest revision is on the device, whatever else failed. */
export async function hasContent(bundle: string): Promise<boolean> {
  const database = localDatabase();
  try {
    const revision = await installedRevision(database, bundle);
    return revision !== undefined && (await isComplete(database, bundle, revision));
  } catch {
    return false;
  }
}

/** Fetches what is missing of a bundle, and verifies every chunk by its digest; returns why it could not. */
export async function prepareContent(
  bundle: string,
  told: (progress: InstallProgress) => void,
): Promise<ContentFailure | undefined> {
  try {
    return await contentProblem(localDatabase(), bundle, told);
  } catch (error) {
    return storageFailureOf(error);
  }
}

/** Fetches the lessons of the revision in use, and verifies them by their digest; returns whether all are here. */
export async function prepareLessons(bundle: string): Promise<boolean> {
  const database = localDatabase();
  try {
    const revision = await installedRevision(database, bundle);
    const manifest = revision && (await manifestOf(database, bundle, revision));
    if (!manifest) return false;
    const entries = manifest.lessons ?? [];
    if (await verifyChunks(database, entries)) return true;
    return (await bringChunks(database, bundle, entries, () => undefined)).ok;
  } catch {
    return false;
  }
}

/** Has every file of the application kept and verified by its digest; returns whether all are. */
export async function prepareShell(told: (state: ShellState) => void): Promise<'ready' | 'partly'> {
  const shell = await keepShell(told);
  await layBallast(localDatabase()).catch(() => undefined);
  return shell !== undefined && shell.whole === shell.total ? 'ready' : 'partly';
}

// A chunk that was damaged on the device is thrown away when it is verified, and fetched at once, in a second round.
async function contentProblem(
  database: LocalDatabase,
  bundle: string,
  told: (progress: InstallProgress) => void,
): Promise<ContentFailure | undefined> {
  for (let round = 1; round <= 2; round += 1) {
    const installed = await install(database, bundle, told);
    // Without a network, what is here already may be all that is needed.
    if (installed !== 'installed' && !(installed === 'noNetwork' && (await hasContent(bundle))))
      return installed;
    const revision = await installedRevision(database, bundle);
    if (revision !== undefined && (await verifyRevision(database, bundle, revision))) return undefined;
  }
  return 'damagedChunk';
}

async function install(
  database: LocalDatabase,
  bundle: string,
  told: (progress: InstallProgress) => void,
): Promise<'installed' | ContentFailure> {
  const received = await fetchInstallation();
  if (received !== undefined) {
    const pinned = await pinInstallation(database, received);
    if (!pinned.ok && pinned.reason === 'otherInstallation') return 'otherInstallation';
  }
  const installation = await pinnedInstallation(database);
  if (installation === undefined) return 'noNetwork';
  const result = await installBundle(database, bundle, installation.publishers, told);
  return result.ok ? 'installed' : result.reason;
}

// Undefined with no network, or when a captive portal's page came: what was pinned still serves.
async function fetchInstallation(): Promise<unknown> {
  try {
    const answer = await fetch('/api/installation', { cache: 'no-store' });
    return (await answer.json()) as unknown;
  } catch {
    return undefined;
  }
}
