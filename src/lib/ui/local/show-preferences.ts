import type { Preferences } from '#lib/local/preferences.ts';

/** Shows the choices made on this device: text size, letters and colours, as attributes that the style sheet reads. */
export function showPreferences({ textSize = '1', theme, font }: Preferences): void {
  const { dataset } = document.documentElement;
  dataset['textSize'] = textSize;
  for (const [name, chosen] of Object.entries({ theme, font })) {
    if (chosen === undefined) delete dataset[name];
    else dataset[name] = chosen;
  }
}
