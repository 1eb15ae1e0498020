// Plain JavaScript that any Node runs.

/**
 * What keeps the server small: 200 to 220 MB after two thousand parcels, 290 without, at the same speed. One pool for what is
 * allocated outside JavaScript, since glibc makes one for each thread and gives none back; and a small nursery, since what a
 * request needs is soon over.
 * @type {Readonly<Record<'MALLOC_ARENA_MAX' | 'NODE_OPTIONS', string>>}
 */
export const frugal = { MALLOC_ARENA_MAX: '1', NODE_OPTIONS: '--max-semi-space-size=4' };

/**
 * The variables that the server starts with: those given, and the frugal ones under them.
 * @param {Readonly<Record<string, string | undefined>>} given
 * @returns {Record<string, string | undefined>}
 */
export function servingEnvironment(given) {
  const options = [frugal.NODE_OPTIONS, given['NODE_OPTIONS']].filter(Boolean).join(' ');
  return { ...frugal, ...given, NODE_OPTIONS: options };
}
