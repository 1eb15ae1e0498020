/** One file of the application, as the build lists it. */
export interface ShellFile {
  readonly url: string;
  /** Names the version of what stands at this address: a part of the digest. */
  readonly revision: string | null;
  /** The digest that the browser checks when it fetches the file (sha256-…). */
  readonly integrity: string;
}

/**
 * What is kept and when:
 * 1. the shell — every page, script, style and drawing a learner may meet — is fetched whole before a version is used;
 * 2. content bundles are not here: the page verifies them and keeps them in its database;
 * 3. what belongs to organisations, and every request to /api and /bundles, goes to the network and is never kept.
 * The list of the first tier is written into the worker when the application is built (see `precache.js`).
 */
export const shell: readonly ShellFile[] = (self as unknown as { readonly __SHELL: readonly ShellFile[] })
  .__SHELL;

/** The name of the cache, so that the digest check finds what Workbox put there. */
export const cacheName = 'jalon-shell';
