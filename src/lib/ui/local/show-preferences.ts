import type { Preferences } from '#lib/local/preferences.ts';

/** Shows the choices made on this device: text size and colours, as attributes that the style sheet reads. */
export function showPreferences({ textSize = '1', theme }: Preferences): void {
  const { dataset } = document.documentElement;
  dataset['textSize'] = textSize;
  if (theme === undefined) delete dataset['theme'];
  else dataset['theme'] = theme;
}
