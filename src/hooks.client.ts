import type { ClientInit } from '@sveltejs/kit';
import { abortWhenLeft } from '#lib/local/left-page.ts';

/** Before anything else in the page. */
export const init: ClientInit = () => {
  // Where there is no database, nothing is begun in it.
  if ('indexedDB' in globalThis && 'IDBFactory' in globalThis) abortWhenLeft(window, () => location.reload());
};
