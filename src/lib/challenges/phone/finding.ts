import { normalised } from '#lib/base/normalise.ts';
import type { ExerciseDictionary } from '#lib/i18n/messages/fr-exercise.ts';
import { settingNames, type SettingName } from './settings.ts';
import { screenNames, type ScreenName } from './state.ts';

/** On which screens each setting stands, in order; the search leads to the first one it is on. */
export const screenSettings: Readonly<Record<ScreenName, readonly SettingName[]>> = {
  network: ['airplane', 'wifi', 'mobileData', 'bluetooth', 'hotspot'],
  sound: [
    'silent',
    'vibrate',
    'volumeRing',
    'volumeMedia',
    'doNotDisturb',
    'doNotDisturbFrom',
    'doNotDisturbUntil',
  ],
  display: ['brightness', 'autoBrightness', 'darkMode', 'textSize', 'autoRotate', 'screenTimeLimit'],
  accessibility: ['textSize', 'boldText', 'highContrast', 'readAloud', 'magnifier'],
  battery: ['batterySaver'],
  storage: [],
  privacy: ['location', 'adsId', 'lockScreenPreview'],
  security: ['lock', 'lockAfter', 'twoStep', 'findPhone'],
  apps: [],
  system: ['language', 'autoUpdate', 'backup'],
};

/** Where a setting that has no row of its own is found. */
const elsewhere: Partial<Record<SettingName, ScreenName>> = {
  wifiNetwork: 'network',
  doNotDisturbAllow: 'sound',
  systemUpdate: 'system',
};

/** The screen on which a setting is found. */
export function screenOf(setting: SettingName): ScreenName {
  const screens = Object.keys(screenSettings) as ScreenName[];
  return (
    elsewhere[setting] ?? (screens.find((screen) => screenSettings[screen].includes(setting)) as ScreenName)
  );
}

/** What a search finds: something named, and the screen it is on. */
export interface Finding {
  readonly label: string;
  readonly screen: string;
}

/**
 * The settings, screens and apps whose names hold every word that was typed, or the beginnings of such words.
 * `others` are those that are no settings; labels are in the learner's language.
 */
export function found(
  query: string,
  labels: Readonly<Record<SettingName, string>>,
  others: readonly Finding[],
): readonly Finding[] {
  const typed = normalised(query)
    .split(' ')
    .filter((word) => word !== '');
  const settings = settingNames.map((name) => ({ label: labels[name], screen: screenOf(name) }));
  return [...others, ...settings].filter(({ label }) => {
    const words = normalised(label).split(' ');
    return typed.every((part) => words.some((word) => word.startsWith(part.replace(/(?<=.{3})s$/, ''))));
  });
}

/** What the search of the telephone finds: settings, screens, apps, and what is done on a screen; nothing for no words. */
export function findings(
  query: string,
  words: ExerciseDictionary['phone'],
  apps: readonly Finding[],
): readonly Finding[] {
  if (query === '') return [];
  const others = [
    ...screenNames.map((screen) => ({ label: words.screens[screen], screen })),
    { label: words.restartPhone, screen: 'system' },
    { label: words.appsAllowed, screen: 'apps' },
    ...apps,
  ];
  return found(query, words.settings, others);
}
