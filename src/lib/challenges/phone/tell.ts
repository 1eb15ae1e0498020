import type { Clause } from '../clauses.ts';
import { simulatorTeller, type SimulatorScene } from '../simulator-teller.ts';
import type { PhoneAction } from './action.ts';
import { phoneSimulator } from './challenge.ts';
import { findings, screenOf, screenSettings } from './finding.ts';
import { controlOf, type SettingName } from './settings.ts';
import type { PhoneStart } from './start.ts';
import { screenNames, type PhoneState } from './state.ts';
import { valueWords } from './wording.ts';

type PhoneScene = SimulatorScene<PhoneStart, PhoneState>;

export const teller = simulatorTeller(phoneSimulator, tellPhone);

/** How an action with the telephone is done on the screen. */
function tellPhone(action: PhoneAction, scene: PhoneScene): readonly Clause[] {
  const { say, start, plain } = scene;
  const words = scene.words.phone;
  switch (action.do) {
    case 'enter':
      return into(action.screen, scene);
    case 'back':
      return [say.press(scene.words.simulators.back)];
    case 'set':
      return set(action.setting, action.value, scene);
    case 'join': {
      const name = plain(start.networks.find(({ id }) => id === action.network)?.name ?? '');
      return [
        ...into('network', scene),
        say.press(words.join, say.beside(name)),
        ...(action.password === undefined ? [] : [say.write(action.password), say.press(words.join)]),
      ];
    }
    case 'allow':
    case 'deny': {
      const value = action.do === 'allow' ? words.allowed : words.denied;
      return [...into(`app:${action.app}`, scene), say.turn(words.permissions[action.permission], value)];
    }
    case 'uninstall':
    case 'stop':
    case 'clear':
      return [...into(`app:${action.app}`, scene), say.press(words[action.do])];
    case 'updateApp':
      return [...into(`app:${action.app}`, scene), say.press(words.update)];
    case 'updateSystem':
      return [...into('system', scene), say.press(words.updateSystem)];
    case 'restart':
      return [...into('system', scene), say.press(words.restartPhone)];
    case 'let':
    case 'unlet': {
      const name = plain(start.contacts.find(({ id }) => id === action.contact)?.name ?? '');
      return [...into('sound', scene), say.turn(name, action.do === 'let' ? words.allowed : words.denied)];
    }
    case 'search':
      return [say.write(action.text, say.inside(words.search)), say.press(words.searchButton)];
  }
}

/** The way to a screen from the one that is shown; nothing when it is shown. An app's screen is among the apps. */
function into(screen: string, { say, start, state, words: { phone: words, simulators }, plain }: PhoneScene) {
  if (state.screen === screen && state.query === '') return [];
  const app = start.apps.find(({ id }) => `app:${id}` === screen);
  const named = screenNames.find((name) => name === screen);
  const title = named === undefined ? plain(app?.name ?? '') : words.screens[named];
  const hasApps = ['apps', 'privacy', 'storage', 'battery'].includes(state.screen);
  if (named === undefined && hasApps) return [say.press(title)];
  if (state.query !== '') {
    const apps = start.apps.map(({ id, name }) => ({ label: plain(name), screen: `app:${id}` }));
    const finding = findings(state.query, words, apps).find((each) => each.screen === screen);
    return [say.press(finding?.label ?? title)];
  }
  return [
    ...(state.screen === '' ? [] : [say.press(simulators.back)]),
    ...(named === undefined ? [say.press(words.screens.apps)] : []),
    say.press(title),
  ];
}

function set(setting: SettingName, value: boolean | number | string, scene: PhoneScene): readonly Clause[] {
  const { say, start, state, plain } = scene;
  const words = scene.words.phone;
  const screen = screenNames.find((name) => name === state.screen);
  const isHere = screen !== undefined && screenSettings[screen].includes(setting);
  const way = isHere ? [] : into(screenOf(setting), scene);
  const label = words.settings[setting];
  const told = valueWords(setting, value, words);
  const control = controlOf(setting);
  switch (control.type) {
    case 'switch':
      return [...way, say.turn(label, told)];
    case 'stepper': {
      const steps = (Number(value) - Number(state.settings[setting])) / control.step;
      const name = steps > 0 ? words.more : words.less;
      return [...way, say.pressTimes(Math.abs(steps), name, say.under(label))];
    }
    case 'choice':
      return [...way, say.choose(told, say.under(label))];
    case 'time':
      return [...way, say.choose(told, say.beside(label))];
    case 'indirect': {
      const network = start.networks.find(({ id }) => id === state.settings.wifiNetwork);
      return [...way, say.press(words.leave, say.beside(plain(network?.name ?? '')))];
    }
  }
}
