import { clear, get, update } from 'idb-keyval';

/** What a person chose on this device; it never leaves, since it can reveal a disability. */
export interface Preferences {
  readonly locale?: string;
  /** The language of exercises, for somebody whose own has none. */
  readonly exercises?: string;
  /** The language of the pages when it was last said that exercises come in another. */
  readonly toldExercises?: string;
  readonly textSize?: '1' | '1.25' | '1.5';
  readonly theme?: 'light' | 'dark' | 'contrast' | undefined;
  /** Letters for those who read with difficulty. */
  readonly font?: 'andika' | undefined;
  /** When the offer to install was last put away (UTC milliseconds). */
  readonly installDismissedAt?: number;
}

const key = 'preferences';

/** The choices made on this device; none where nothing can be kept. */
export async function readPreferences(): Promise<Preferences> {
  try {
    return (await get<Preferences>(key)) ?? {};
  } catch {
    // Caught here and not on the promise: where there is no IndexedDB, the call itself throws.
    return {};
  }
}

/**
 * Keeps some choices beside the others, whoever else keeps some at the same time; where nothing can be kept they last until
 * the page closes. A choice is shown once it is kept: whoever sees it may go on.
 */
export async function keepPreferences(change: Preferences): Promise<void> {
  try {
    await update<Preferences>(key, (kept) => ({ ...kept, ...change }));
  } catch {
    // They last until the page closes.
  }
}

/** Forgets every choice made on this device, and all that pages ever noted beside the database. */
export async function erasePreferences(): Promise<void> {
  await clear();
  localStorage.clear();
  sessionStorage.clear();
}
