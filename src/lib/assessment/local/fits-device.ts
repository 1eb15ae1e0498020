import type { Manifest } from '#lib/content/manifest.ts';
import type { IsAllowed } from '../decide.ts';

/** Tells which items fit this device: those that need a keyboard are left out where there is only a finger. */
export function fitsDevice(manifest: Manifest): IsAllowed {
  const isTouchOnly = matchMedia('(pointer: coarse)').matches && !matchMedia('(any-pointer: fine)').matches;
  const unfit = new Set(
    manifest.items.filter((item) => isTouchOnly && item.needs.includes('keyboard')).map((item) => item.id),
  );
  return (item) => !unfit.has(item);
}
