import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '#lib/base/canonical-json.ts';
import { phone } from '#lib/i18n/messages/fr/phone.ts';
import { replayTask } from '../simulator.ts';
import { phoneSimulator } from './challenge.ts';
import { found, screenOf, screenSettings } from './finding.ts';
import { phoneSample as params, sampleWords as words } from './sample.ts';
import { controlOf, settingNames, standardSettings, withSetting } from './settings.ts';
import { screenNames, type PhoneState } from './state.ts';

const { start } = params;

const run = (...log: Json[]): PhoneState => replayTask(phoneSimulator, params, log, words).state;
const factsOf = (...log: Json[]): ReturnType<typeof phoneSimulator.facts> =>
  phoneSimulator.facts(run(...log), start);
const set = (setting: string, value: boolean | number | string): Json => ({ do: 'set', setting, value });
const land = set('airplane', false);

describe('settings', () => {
  test('airplane mode switches off what sends, keeps it off, and leaves it off afterwards', () => {
    const off = { wifi: false, bluetooth: false, mobileData: false, online: false };
    expect(factsOf()).toMatchObject({ ...off, airplane: true });
    expect(factsOf(set('wifi', true), set('mobileData', true), set('bluetooth', true))).toMatchObject(off);
    expect(factsOf(land)).toMatchObject({ ...off, airplane: false });
    expect(factsOf(land, set('mobileData', true))).toMatchObject({ mobileData: true, online: true });
    expect(factsOf(land, set('mobileData', true), set('airplane', true))).toMatchObject(off);
  });

  test('takes only values of the right type and range', () => {
    for (const action of [
      set('wifi', 'yes'),
      set('textSize', 6),
      set('textSize', 2.5),
      set('volumeRing', -1),
      set('lock', 'pattern'),
      set('lockAfter', 45),
      set('doNotDisturbFrom', '25:00'),
      set('screenTimeLimit', 20),
      set('wifiNetwork', 'square'),
      set('systemUpdate', false),
      set('doNotDisturbAllow', 'mum'),
      set('toString', true),
    ]) {
      expect(run(action), JSON.stringify(action)).toEqual(run());
    }
    const facts = factsOf(set('textSize', 4), set('lock', 'pin'), set('doNotDisturbFrom', '21:30'));
    expect(facts).toMatchObject({ textSize: 4, lock: 'pin', doNotDisturbFrom: '21:30' });
  });

  test('never leaves its ranges, whatever is set', () => {
    fc.assert(
      fc.property(fc.constantFrom(...settingNames), fc.jsonValue(), (setting, value) => {
        const changed = withSetting(standardSettings, setting, value);
        expect(changed === undefined || typeof changed[setting] === typeof standardSettings[setting]).toBe(
          true,
        );
      }),
    );
  });

  test('stand each on a screen, and steppers have room on both sides', () => {
    const shown = Object.values(screenSettings).flat();
    for (const setting of settingNames) {
      const { type } = controlOf(setting);
      expect(shown.includes(setting), setting).toBe(type !== 'indirect');
      expect(screenNames).toContain(screenOf(setting));
    }
  });

  test('lets contacts through and back', () => {
    const letMum = { do: 'let', contact: 'mum' };
    expect(factsOf(letMum, letMum).doNotDisturbAllow).toEqual(['mum']);
    expect(factsOf(letMum, { do: 'unlet', contact: 'mum' }).doNotDisturbAllow).toEqual([]);
    expect(run({ do: 'let', contact: 'stranger' })).toEqual(run());
  });
});

describe('networks', () => {
  const wifi = [land, set('wifi', true)];

  test('are joined with the right password only', () => {
    const wrong = { do: 'join', network: 'home', password: 'Tulipe42' };
    const right = { do: 'join', network: 'home', password: 'tulipe42' };
    expect(factsOf(...wifi, wrong, { do: 'join', network: 'home' })).toMatchObject({
      wifiNetwork: '',
      wrongPassword: 2,
      online: false,
    });
    expect(factsOf(...wifi, wrong, right)).toMatchObject({
      wifiNetwork: 'home',
      wrongPassword: 1,
      online: true,
    });
    expect(factsOf(...wifi, { do: 'join', network: 'square' })).toMatchObject({ wifiNetwork: 'square' });
    expect(factsOf(...wifi, right, set('wifiNetwork', '')).wifiNetwork).toBe('');
  });

  test('need wifi, and come back with it', () => {
    const join = { do: 'join', network: 'square' };
    expect(run(land, join)).toEqual(run(land));
    expect(run({ do: 'join', network: 'nowhere' })).toEqual(run());
    expect(factsOf(...wifi, join, set('wifi', false))).toMatchObject({ wifiNetwork: '', online: false });
    expect(factsOf(...wifi, join, set('wifi', false), set('wifi', true)).wifiNetwork).toBe('square');
  });
});

describe('apps', () => {
  test('are allowed and denied what they ask for', () => {
    expect(factsOf()).toMatchObject({ 'torch.location': true, 'torch.photos': false, 'torch.running': true });
    expect(factsOf()['torch.microphone']).toBeUndefined();
    const deny = { do: 'deny', app: 'torch', permission: 'location' };
    expect(factsOf(deny)['torch.location']).toBe(false);
    expect(factsOf(deny, { ...deny, do: 'allow' })['torch.location']).toBe(true);
    expect(run({ do: 'allow', app: 'torch', permission: 'microphone' })).toEqual(run());
  });

  test('give back their room when cleared and when taken away', () => {
    expect(factsOf()['storage.free']).toBe(6);
    expect(factsOf({ do: 'clear', app: 'torch' })).toMatchObject({
      'storage.free': 6.2,
      'torch.cleared': true,
    });
    const gone = factsOf({ do: 'clear', app: 'torch' }, { do: 'uninstall', app: 'torch' });
    expect(gone).toMatchObject({
      'storage.free': 6.4,
      'apps.removed': ['torch'],
      'torch.installed': false,
      'torch.running': false,
      'torch.location': false,
    });
    const uninstall = { do: 'uninstall', app: 'torch' };
    expect(
      run(uninstall, uninstall, { do: 'stop', app: 'torch' }, { do: 'enter', screen: 'app:torch' }),
    ).toEqual(run(uninstall));
    expect(run({ do: 'enter', screen: 'app:torch' }, uninstall).screen).toBe('apps');
  });

  test('and the system are updated only while online, and once', () => {
    const online = [land, set('mobileData', true)];
    const update = { do: 'updateApp', app: 'torch' };
    expect(run(update, { do: 'updateSystem' })).toEqual(run());
    expect(factsOf(...online, update, update)['torch.updated']).toBe(true);
    expect(factsOf(...online, { do: 'updateApp', app: 'map' })['map.updated']).toBe(false);
    const updated = factsOf(...online, { do: 'updateSystem' });
    expect(updated).toMatchObject({ 'system.updated': true, systemUpdate: false });
  });

  test('stop when told', () => {
    expect(factsOf({ do: 'stop', app: 'torch' })['torch.running']).toBe(false);
    expect(factsOf({ do: 'restart' })).toMatchObject({ restarted: true, 'torch.running': true });
  });
});

test('screens lead back to their parent, and a search is noted', () => {
  const enter = { do: 'enter', screen: 'app:torch' };
  expect(run(enter, { do: 'back' }).screen).toBe('apps');
  expect(run(enter, { do: 'back' }, { do: 'back' }, { do: 'back' }).screen).toBe('');
  expect(run({ do: 'enter', screen: 'nowhere' })).toEqual(run());
  expect(factsOf(enter, enter, { do: 'enter', screen: 'sound' }).screens).toEqual(['app:torch', 'sound']);
  const search = { do: 'search', text: 'texte' };
  expect(run(search, { do: 'back' })).toMatchObject({ query: '', screen: '' });
  expect(factsOf(search)['used.search']).toBe(true);
  expect(run({ do: 'search', text: ' ' })).toEqual(run());
});

test('a search finds settings by the beginnings of their words, and other things by name', () => {
  const labels = phone.settings;
  const screensOf = (query: string): readonly string[] => found(query, labels, []).map((each) => each.screen);
  expect(screensOf('TAILLE texte')).toEqual(['display']);
  expect(screensOf('écran verrouillé')).toEqual(['privacy']);
  expect(screensOf('données')).toEqual(['network']);
  expect(screensOf('zèbre')).toEqual([]);
  expect(found('lampes', labels, [{ label: 'Lampe Éclair', screen: 'app:torch' }])).toHaveLength(1);
});
