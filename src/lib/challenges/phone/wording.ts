import type { ExerciseDictionary } from '#lib/i18n/messages/fr-exercise.ts';
import { controlOf, type SettingName, type Settings } from './settings.ts';

type Words = ExerciseDictionary['phone'];

/** The value of a setting as the screen tells it. */
export function valueWords(setting: SettingName, value: Settings[SettingName], words: Words): string {
  if (typeof value === 'boolean') return value ? words.on : words.off;
  if (setting === 'screenTimeLimit') return screenTimeWords(Number(value), words);
  if (setting === 'lockAfter') return delayWords(Number(value), words);
  if (setting === 'lock') return words.locks[value as Settings['lock']];
  if (setting === 'language') return words.languages[value as Settings['language']];
  const control = controlOf(setting);
  return control.type === 'stepper' ? words.outOf(Number(value), control.max) : String(value);
}

/** What explains a setting under its name; '' when its name says enough. */
export function hintOf(setting: SettingName, words: Words): string {
  const hints: Partial<Record<SettingName, string>> = words.hints;
  return hints[setting] ?? '';
}

function screenTimeWords(minutes: number, words: Words): string {
  return minutes === 0 ? words.noLimit : words.duration(Math.floor(minutes / 60), minutes % 60);
}

function delayWords(seconds: number, words: Words): string {
  return seconds < 60 ? words.seconds(seconds) : words.minutes(seconds / 60);
}
