import { normalised } from '#lib/base/normalise.ts';
import type { Words } from '../kind.ts';
import type { PhoneAction } from './action.ts';
import { controlOf, withSetting, type SettingName } from './settings.ts';
import type { PhoneApp, PhoneStart } from './start.ts';
import {
  askedBy,
  grant,
  grounded,
  isInstalled,
  isOnline,
  mayUpdate,
  screenNames,
  type PhoneState,
} from './state.ts';

type Done<Name> = Extract<PhoneAction, { do: Name }>;
type AppAction = Done<'allow' | 'deny' | 'uninstall' | 'stop' | 'clear' | 'updateApp'>;

/** The telephone after an action; one that is impossible leaves it as it is. */
export function changed(state: PhoneState, action: PhoneAction, start: PhoneStart, words: Words): PhoneState {
  switch (action.do) {
    case 'enter':
      return entered(state, action.screen, start);
    case 'back':
      return wentBack(state);
    case 'set':
      return settled(state, action.setting, action.value);
    case 'join':
      return joined(state, action, start, words);
    case 'updateSystem':
      return state.settings.systemUpdate && isOnline(state)
        ? { ...state, isSystemUpdated: true, settings: { ...state.settings, systemUpdate: false } }
        : state;
    case 'restart':
      return { ...state, hasRestarted: true, screen: '', query: '' };
    case 'let':
    case 'unlet':
      return withCaller(state, action, start);
    case 'search':
      return normalised(action.text) === ''
        ? state
        : { ...state, query: action.text.trim(), hasSearched: true };
    default:
      return withApp(state, action, start);
  }
}

function entered(state: PhoneState, screen: string, start: PhoneStart): PhoneState {
  const app = start.apps.find((each) => `app:${each.id}` === screen);
  const exists = app === undefined ? screenNames.some((name) => name === screen) : isInstalled(state, app.id);
  return exists ? { ...state, screen, query: '', seen: including(state.seen, screen) } : state;
}

function wentBack(state: PhoneState): PhoneState {
  if (state.query !== '') return { ...state, query: '' };
  return state.screen === '' ? state : { ...state, screen: parentOf(state.screen) };
}

/** The screen that `back` leads to. */
function parentOf(screen: string): string {
  return screen.startsWith('app:') ? 'apps' : '';
}

function settled(state: PhoneState, setting: SettingName, value: boolean | number | string): PhoneState {
  const { settings } = state;
  if (setting === 'wifiNetwork' && value === '')
    return { ...state, settings: { ...settings, wifiNetwork: '' } };
  if (controlOf(setting).type === 'indirect') return state;
  if (setting === 'airplane' && value === true) return { ...state, settings: grounded(settings) };
  const sends = setting === 'wifi' || setting === 'bluetooth' || setting === 'mobileData';
  if (sends && settings.airplane && value === true) return state;
  const next = withSetting(settings, setting, value);
  return next === undefined ? state : { ...state, settings: next };
}

function joined(state: PhoneState, action: Done<'join'>, start: PhoneStart, words: Words): PhoneState {
  const network = start.networks.find((each) => each.id === action.network);
  if (network === undefined || !state.settings.wifi) return state;
  const opens = network.password === undefined || action.password === words(network.password);
  if (!opens) return { ...state, wrongPasswords: state.wrongPasswords + 1 };
  return { ...state, settings: { ...state.settings, wifiNetwork: network.id } };
}

function withCaller(state: PhoneState, action: Done<'let' | 'unlet'>, start: PhoneStart): PhoneState {
  if (!start.contacts.some((contact) => contact.id === action.contact)) return state;
  const allowed = state.settings.doNotDisturbAllow;
  const doNotDisturbAllow =
    action.do === 'let'
      ? [...including(allowed, action.contact)]
      : allowed.filter((each) => each !== action.contact);
  return { ...state, settings: { ...state.settings, doNotDisturbAllow } };
}

function withApp(state: PhoneState, action: AppAction, start: PhoneStart): PhoneState {
  const app = start.apps.find((each) => each.id === action.app);
  if (app === undefined || !isInstalled(state, app.id)) return state;
  switch (action.do) {
    case 'allow':
    case 'deny':
      return permitted(state, app, action);
    case 'uninstall': {
      const screen = state.screen === `app:${app.id}` ? 'apps' : state.screen;
      return { ...state, screen, removed: [...state.removed, app.id] };
    }
    case 'stop':
      return { ...state, stopped: including(state.stopped, app.id) };
    case 'clear':
      return { ...state, cleared: including(state.cleared, app.id) };
    case 'updateApp':
      return mayUpdate(state, app) && isOnline(state)
        ? { ...state, updated: [...state.updated, app.id] }
        : state;
  }
}

function permitted(state: PhoneState, app: PhoneApp, action: Done<'allow' | 'deny'>): PhoneState {
  if (!askedBy(app).includes(action.permission)) return state;
  const written = grant(app.id, action.permission);
  const granted =
    action.do === 'allow'
      ? including(state.granted, written)
      : state.granted.filter((each) => each !== written);
  return { ...state, granted };
}

function including(list: readonly string[], member: string): readonly string[] {
  return list.includes(member) ? list : [...list, member];
}
