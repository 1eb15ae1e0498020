import * as v from 'valibot';

/** How a setting is worked: a switch, a stepper, a choice, a time of day, or only by another action. */
export type Control =
  | { readonly type: 'switch' }
  | { readonly type: 'stepper'; readonly min: number; readonly max: number; readonly step: number }
  | { readonly type: 'choice'; readonly values: readonly (string | number)[] }
  | { readonly type: 'time' }
  | { readonly type: 'indirect' };

const toggle = v.boolean();
const range = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const quarterHour = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):(00|15|30|45)$/));
const id = v.pipe(v.string(), v.maxLength(100));

const locks = ['none', 'pin', 'fingerprint'] as const;
const lockDelays = [15, 30, 60, 300, 1800] as const;
const phoneLanguages = ['fr', 'nl', 'de', 'en', 'es', 'ar'] as const;
const longestScreenTime = 480;
const screenTimeStep = 15;

/** Every setting of the telephone with the values it takes. */
export const settingsSchema = v.strictObject({
  wifi: toggle,
  bluetooth: toggle,
  mobileData: toggle,
  airplane: toggle,
  wifiNetwork: id,
  volumeRing: range(0, 10),
  volumeMedia: range(0, 10),
  brightness: range(0, 10),
  textSize: range(1, 5),
  silent: toggle,
  vibrate: toggle,
  doNotDisturb: toggle,
  doNotDisturbFrom: quarterHour,
  doNotDisturbUntil: quarterHour,
  doNotDisturbAllow: v.array(id),
  darkMode: toggle,
  autoBrightness: toggle,
  highContrast: toggle,
  readAloud: toggle,
  magnifier: toggle,
  boldText: toggle,
  batterySaver: toggle,
  hotspot: toggle,
  location: toggle,
  lock: v.picklist(locks),
  lockAfter: v.picklist(lockDelays),
  lockScreenPreview: toggle,
  twoStep: toggle,
  autoUpdate: toggle,
  backup: toggle,
  findPhone: toggle,
  systemUpdate: toggle,
  language: v.picklist(phoneLanguages),
  autoRotate: toggle,
  screenTimeLimit: v.pipe(range(0, longestScreenTime), v.multipleOf(screenTimeStep)),
  adsId: toggle,
});
export type Settings = Readonly<v.InferOutput<typeof settingsSchema>>;
export type SettingName = keyof Settings;

/** Some settings, as an author gives those that differ from the standard ones. */
export const someSettingsSchema = v.partial(settingsSchema);

/** A telephone as it leaves the shop. */
export const standardSettings: Settings = {
  wifi: true,
  bluetooth: false,
  mobileData: true,
  airplane: false,
  wifiNetwork: '',
  volumeRing: 6,
  volumeMedia: 6,
  brightness: 6,
  textSize: 2,
  silent: false,
  vibrate: true,
  doNotDisturb: false,
  doNotDisturbFrom: '22:00',
  doNotDisturbUntil: '07:00',
  doNotDisturbAllow: [],
  darkMode: false,
  autoBrightness: false,
  highContrast: false,
  readAloud: false,
  magnifier: false,
  boldText: false,
  batterySaver: false,
  hotspot: false,
  location: true,
  lock: 'none',
  lockAfter: 300,
  lockScreenPreview: true,
  twoStep: false,
  autoUpdate: false,
  backup: false,
  findPhone: false,
  systemUpdate: true,
  language: 'fr',
  autoRotate: true,
  screenTimeLimit: 0,
  adsId: true,
};

export const settingNames = Object.keys(standardSettings) as readonly SettingName[];

const controls: Partial<Record<SettingName, Control>> = {
  volumeRing: { type: 'stepper', min: 0, max: 10, step: 1 },
  volumeMedia: { type: 'stepper', min: 0, max: 10, step: 1 },
  brightness: { type: 'stepper', min: 0, max: 10, step: 1 },
  textSize: { type: 'stepper', min: 1, max: 5, step: 1 },
  screenTimeLimit: { type: 'stepper', min: 0, max: longestScreenTime, step: screenTimeStep },
  doNotDisturbFrom: { type: 'time' },
  doNotDisturbUntil: { type: 'time' },
  lock: { type: 'choice', values: locks },
  lockAfter: { type: 'choice', values: lockDelays },
  language: { type: 'choice', values: phoneLanguages },
  wifiNetwork: { type: 'indirect' },
  doNotDisturbAllow: { type: 'indirect' },
  systemUpdate: { type: 'indirect' },
};

/** How a setting is worked. */
export function controlOf(setting: SettingName): Control {
  return controls[setting] ?? { type: 'switch' };
}

/** The settings with one changed, or undefined when the setting does not take that value. */
export function withSetting(settings: Settings, setting: SettingName, value: unknown): Settings | undefined {
  const parsed = v.safeParse(settingsSchema, { ...settings, [setting]: value });
  return parsed.success ? parsed.output : undefined;
}
