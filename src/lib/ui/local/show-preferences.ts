import type { Preferences } from '#lib/local/preferences.ts';

/** Shows the choices made on this device: text size, letters and colours, as attributes that the style sheet reads. */
export function showPreferences({ textSize = '1', theme, font }: Preferences): void {
  const root = document.documentElement;
  root.setAttribute('data-text-size', textSize);
  for (const [name, chosen] of Object.entries({ theme, font })) {
    if (chosen === undefined) root.removeAttribute(`data-${name}`);
    else root.setAttribute(`data-${name}`, chosen);
  }
}
