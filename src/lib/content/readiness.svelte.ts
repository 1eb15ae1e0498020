import { pinInstallation, pinnedInstallation } from '#lib/trust/local/pinned.ts';
import { layBallast } from '#lib/local/ballast.ts';
import { localDatabase } from '#lib/local/database.ts';
import { registerShell, verifyShell } from '#lib/local/shell.ts';
import { installBundle, type InstallProgress, type InstallRefusal } from './local/install.ts';
import { installedRevision, verifyRevision } from './local/revisions.ts';

/** How far the device is from working without internet. */
export type ReadinessState =
  'checking' | 'downloading' | 'ready' | 'partly' | InstallRefusal | 'otherInstallation';

/** The bundle that learners start from. */
export const firstBundle = 'socle';

/** Prepares the device for use without internet, and tells how far it is; « ready » only once every file was verified. */
class Readiness {
  #state = $state<ReadinessState>('checking');
  #progress = $state.raw<InstallProgress>({ done: 0, total: 0 });
  #running: Promise<void> | undefined;

  get state(): ReadinessState {
    return this.#state;
  }

  get progress(): InstallProgress {
    return this.#progress;
  }

  /** Whether a test can begin: some revision is whole on the device, whatever else failed. */
  hasContent = $state(false);

  /** Fetches what is missing, then verifies every chunk and every file; one round at a time. */
  prepare(): Promise<void> {
    this.#running ??= this.#prepare().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #prepare(): Promise<void> {
    const database = localDatabase();
    this.hasContent = (await installedRevision(database, firstBundle).catch(() => undefined)) !== undefined;
    const installed = await this.#install();
    this.hasContent = (await installedRevision(database, firstBundle).catch(() => undefined)) !== undefined;
    // Without a network, what is here already may still be all that is needed.
    if (installed !== 'installed' && !(installed === 'noNetwork' && this.hasContent)) {
      this.#state = installed;
      return;
    }
    await registerShell();
    this.#state = (await this.#isWhole()) ? 'ready' : 'partly';
    await layBallast(database).catch(() => undefined);
  }

  async #install(): Promise<'installed' | InstallRefusal | 'otherInstallation'> {
    const database = localDatabase();
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
    const result = await installBundle(database, firstBundle, installation.publishers, (progress) => {
      this.#progress = progress;
      if (progress.total > 0) this.#state = 'downloading';
    });
    return result.ok ? 'installed' : result.reason;
  }

  async #isWhole(): Promise<boolean> {
    const database = localDatabase();
    const revision = await installedRevision(database, firstBundle);
    if (revision === undefined || !(await verifyRevision(database, firstBundle, revision))) return false;
    const shell = await verifyShell();
    return shell !== undefined && shell.whole === shell.total;
  }
}

export const readiness = new Readiness();
