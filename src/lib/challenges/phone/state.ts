import { standardSettings, type Settings } from './settings.ts';
import { permissionNames, type PermissionName, type PhoneApp, type PhoneStart } from './start.ts';

/** The screens of the settings; `''` is the first one, and each app has `app:<id>`. */
export const screenNames = [
  'network',
  'sound',
  'display',
  'accessibility',
  'battery',
  'storage',
  'privacy',
  'security',
  'apps',
  'system',
] as const;
export type ScreenName = (typeof screenNames)[number];

/** The telephone's state; permissions are written `app permission`, and lists keep the order in which things happened. */
export type PhoneState = {
  readonly screen: string;
  /** What is looked for, while its findings are shown. */
  readonly query: string;
  readonly hasSearched: boolean;
  readonly seen: readonly string[];
  readonly settings: Settings;
  readonly granted: readonly string[];
  readonly removed: readonly string[];
  readonly stopped: readonly string[];
  readonly cleared: readonly string[];
  readonly updated: readonly string[];
  readonly isSystemUpdated: boolean;
  readonly hasRestarted: boolean;
  readonly wrongPasswords: number;
};

/** The telephone as the learner finds it: the standard one with what the author changed. */
export function startingState(start: PhoneStart): PhoneState {
  // What an author leaves out is absent from YAML, never undefined, so the standard value stays.
  const settings = { ...standardSettings, ...start.values } as Settings;
  return {
    screen: '',
    query: '',
    hasSearched: false,
    seen: [],
    settings: settings.airplane ? grounded(settings) : settings,
    granted: start.apps.flatMap((app) =>
      askedBy(app)
        .filter((permission) => app.permissions[permission] === true)
        .map((permission) => grant(app.id, permission)),
    ),
    removed: [],
    stopped: [],
    cleared: [],
    updated: [],
    isSystemUpdated: false,
    hasRestarted: false,
    wrongPasswords: 0,
  };
}

/** The settings once airplane mode has switched everything off that sends. */
export function grounded(settings: Settings): Settings {
  return { ...settings, airplane: true, wifi: false, bluetooth: false, mobileData: false };
}

/** The permissions that an app asks for, granted or not. */
export function askedBy(app: PhoneApp): readonly PermissionName[] {
  return permissionNames.filter((permission) => app.permissions[permission] !== undefined);
}

/** How a granted permission is written in the state. */
export function grant(app: string, permission: PermissionName): string {
  return `${app} ${permission}`;
}

/** Whether an app holds a permission; an app taken away holds none. */
export function isGranted(state: PhoneState, app: string, permission: PermissionName): boolean {
  return isInstalled(state, app) && state.granted.includes(grant(app, permission));
}

/** Whether an app is still there. */
export function isInstalled(state: PhoneState, app: string): boolean {
  return !state.removed.includes(app);
}

/** Whether an app waits for an update. */
export function mayUpdate(state: PhoneState, app: PhoneApp): boolean {
  return app.update && isInstalled(state, app.id) && !state.updated.includes(app.id);
}

/** The network joined now; '' when there is none or when wifi is off. */
export function joinedNetwork(state: PhoneState): string {
  return state.settings.wifi ? state.settings.wifiNetwork : '';
}

/** Whether the telephone reaches the internet. */
export function isOnline(state: PhoneState): boolean {
  return !state.settings.airplane && (joinedNetwork(state) !== '' || state.settings.mobileData);
}

/** The size of an app in MB: its data, half of it, goes when they are cleared. */
export function sizeOf(state: PhoneState, app: PhoneApp): number {
  if (!isInstalled(state, app.id)) return 0;
  return state.cleared.includes(app.id) ? app.size / 2 : app.size;
}

/** The storage left, in GB, to a hundredth. */
export function freeStorage(state: PhoneState, start: PhoneStart): number {
  const given = start.apps.reduce((total, app) => total + app.size - sizeOf(state, app), 0);
  return Math.round((start.notes.storageTotal - start.notes.storageUsed) * 100 + given / 10) / 100;
}
