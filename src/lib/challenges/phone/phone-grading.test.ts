import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type Json } from '#lib/base/canonical-json.ts';
import { randomIndex, seededRandom } from '#lib/base/random.ts';
import { replayTask } from '../simulator.ts';
import type { PhoneAction } from './action.ts';
import { phoneKind, phoneSimulator } from './challenge.ts';
import { phoneSample as params, sampleWords as words } from './sample.ts';
import { settingNames } from './settings.ts';
import { permissionNames } from './start.ts';
import { screenNames } from './state.ts';

const { start } = params;

describe('grading', () => {
  const online = [
    { do: 'set', setting: 'airplane', value: false },
    { do: 'set', setting: 'mobileData', value: true },
  ];
  const deny = { do: 'deny', app: 'torch', permission: 'location' };
  const grade = (...log: Json[]): unknown => phoneKind.grade(params, log, words);

  test('judges a full, a half and an empty task, and a harm', () => {
    expect(grade(...online, deny)).toMatchObject({ outcome: 'correct', score: 2 });
    expect(grade(...online)).toMatchObject({ outcome: 'partial', mistakes: ['curious'] });
    expect(grade()).toMatchObject({ outcome: 'incorrect', mistakes: ['offline', 'curious'] });
    expect(grade(...online, deny, { do: 'uninstall', app: 'map' })).toMatchObject({
      outcome: 'incorrect',
      mistakes: ['lost-map'],
    });
  });

  test('never throws on a hostile log', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (log) => void phoneKind.grade(params, log as Json[], words)),
    );
    expect(grade({ do: 'set', setting: '__proto__', value: 1 }, { do: 'enter', screen: {} })).toMatchObject({
      score: 0,
    });
  });

  test('lists its texts, accepts known settings only, and finds faults', () => {
    expect(phoneKind.texts(params)).toEqual(
      expect.arrayContaining(['@home', '@password', '@square', '@torch', '@map', '@mum']),
    );
    expect(phoneKind.faults(params)).toEqual([]);
    const values = (given: object): boolean =>
      v.safeParse(phoneKind.params, { ...params, start: { values: given } }).success;
    expect(values({ wifi: false, lockAfter: 30 })).toBe(true);
    for (const given of [{ wifii: true }, { wifi: 'no' }, { textSize: '2' }, { lockAfter: 31 }]) {
      expect(values(given), JSON.stringify(given)).toBe(false);
    }
    const app = { id: 'system', name: '@a', size: 9000, battery: 80 };
    const bad = v.parse(phoneKind.params, {
      start: {
        values: { airplane: true, wifi: false, bluetooth: true, wifiNetwork: 'x', doNotDisturbAllow: ['y'] },
        networks: [{ id: 'home', name: '@a', locked: true }],
        apps: [app, app],
        contacts: [
          { id: 'mum', name: '@a' },
          { id: 'mum', name: '@a' },
        ],
        notes: { storageUsed: 8, storageTotal: 4 },
      },
      goal: [{ all: [{ fact: 'airplane', is: true }] }],
    });
    expect(phoneKind.faults(bad).join('\n')).toMatchInlineSnapshot(`
      "the app "system" is given twice
      the contact "mum" is given twice
      no app may be named "system"
      no app may be named "system"
      the network "home" must be locked and have a password, or neither
      \`doNotDisturbAllow\` names no contact: "y"
      \`wifiNetwork\` names no network: "x"
      airplane mode is on, so wifi, bluetooth and mobileData are off
      more storage is used than there is
      the apps take more than \`storageUsed\`
      the apps used more than 100 % of the battery
      step 1 of the goal already holds at the start"
    `);
  });
});

test('a random walk of 2,000 actions never throws, stays plain data, and replays to the same state', () => {
  const random = seededRandom('phone');
  const any = <Member>(members: readonly Member[]): Member =>
    members[randomIndex(random, members.length)] as Member;
  const apps = ['torch', 'map', 'nothing'];
  const values = [true, false, 0, 3, 60, 'pin', '07:15', ''];
  const draws: readonly (() => PhoneAction)[] = [
    () => ({ do: 'enter', screen: any([...screenNames, 'app:torch', 'app:map', 'app:nothing']) }),
    () => ({ do: 'back' }),
    () => ({ do: 'set', setting: any(settingNames), value: any(values) }),
    () => ({ do: 'set', setting: any(settingNames), value: any(values) }),
    () => ({ do: 'join', network: any(['home', 'square', 'nothing']), password: any(['tulipe42', 'x']) }),
    () => ({ do: any(['allow', 'deny'] as const), app: any(apps), permission: any(permissionNames) }),
    () => ({ do: any(['stop', 'clear', 'updateApp'] as const), app: any(apps) }),
    () => (random() < 0.01 ? { do: 'uninstall', app: any(apps) } : { do: 'search', text: any(['wifi', '']) }),
    () => ({ do: any(['updateSystem', 'restart'] as const) }),
    () => ({ do: any(['let', 'unlet'] as const), contact: any(['mum', 'nobody']) }),
  ];
  let state = phoneSimulator.begin(start, words);
  let replayed = state;
  const log: PhoneAction[] = [];
  for (let step = 0; step < 2000; step += 1) {
    const action = any(draws)();
    log.push(action);
    state = phoneSimulator.apply(state, action, start, words);
    if (log.length <= 500) replayed = state;
    if (step % 100 === 0) expect(JSON.parse(canonicalJson(state))).toEqual(state);
    phoneSimulator.facts(state, start);
  }
  expect(replayTask(phoneSimulator, params, log, words).state).toEqual(replayed);
});
