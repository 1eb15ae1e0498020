import * as v from 'valibot';
import { appIconNames } from './app-icon.ts';
import { settingNames, someSettingsSchema } from './settings.ts';

const text = v.pipe(v.string(), v.minLength(1));
const gigabytes = v.pipe(v.number(), v.minValue(0), v.maxValue(4096));
const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));

export const permissionNames = [
  'location',
  'contacts',
  'camera',
  'microphone',
  'photos',
  'notifications',
] as const;
export type PermissionName = (typeof permissionNames)[number];

/** What an author writes for one app of the telephone; `size` in MB, `battery` in per cent of what was used today. */
export const appSchema = v.strictObject({
  id: text,
  name: text,
  icon: v.optional(v.picklist(appIconNames), 'app'),
  size: v.pipe(v.number(), v.minValue(0)),
  battery: v.optional(percent, 0),
  permissions: v.optional(v.strictObject(v.entriesFromList(permissionNames, v.optional(v.boolean()))), {}),
  update: v.optional(v.boolean(), false),
});
export type PhoneApp = v.InferOutput<typeof appSchema>;

/** What an author writes under `start` for the telephone. */
export const phoneStartSchema = v.strictObject({
  values: v.optional(someSettingsSchema, {}),
  networks: v.optional(
    v.array(
      v.strictObject({
        id: text,
        name: text,
        locked: v.optional(v.boolean(), false),
        password: v.optional(text),
      }),
    ),
    [],
  ),
  apps: v.optional(v.array(appSchema), []),
  contacts: v.optional(v.array(v.strictObject({ id: text, name: text })), []),
  notes: v.optional(
    v.strictObject({
      storageUsed: v.optional(gigabytes, 24),
      storageTotal: v.optional(gigabytes, 64),
      battery: v.optional(percent, 80),
    }),
    {},
  ),
});
export type PhoneStart = v.InferOutput<typeof phoneStartSchema>;
export type Network = PhoneStart['networks'][number];

/** First parts of facts that the telephone itself uses, so no app may be named so. */
const reserved = ['apps', 'system', 'storage'];

/** Every `@key` of a telephone's start. */
export function phoneTexts(start: PhoneStart): readonly string[] {
  return [
    ...start.networks.flatMap((network) => [network.name, network.password ?? '']),
    ...start.apps.map((app) => app.name),
    ...start.contacts.map((contact) => contact.name),
  ].filter((each) => each.startsWith('@'));
}

/** Faults of sense in a telephone's start, in English; empty when there is none. */
export function phoneFaults(start: PhoneStart): readonly string[] {
  const { values, networks, apps, contacts, notes } = start;
  const networkIds = networks.map((network) => network.id);
  const contactIds = contacts.map((contact) => contact.id);
  const appIds = apps.map((app) => app.id);
  const faults = [
    ...repeated(networkIds).map((id) => `the network "${id}" is given twice`),
    ...repeated(appIds).map((id) => `the app "${id}" is given twice`),
    ...repeated(contactIds).map((id) => `the contact "${id}" is given twice`),
    ...appIds
      .filter((id) => reserved.includes(id) || settingNames.some((name) => name === id))
      .map((id) => `no app may be named "${id}"`),
    ...networks
      .filter((network) => network.locked !== (network.password !== undefined))
      .map((network) => `the network "${network.id}" must be locked and have a password, or neither`),
    ...(values.doNotDisturbAllow ?? [])
      .filter((id) => !contactIds.includes(id))
      .map((id) => `\`doNotDisturbAllow\` names no contact: "${id}"`),
  ];
  const joined = values.wifiNetwork ?? '';
  if (joined !== '' && !networkIds.includes(joined))
    faults.push(`\`wifiNetwork\` names no network: "${joined}"`);
  if (values.airplane === true && (values.wifi || values.bluetooth || values.mobileData)) {
    faults.push('airplane mode is on, so wifi, bluetooth and mobileData are off');
  }
  if (notes.storageUsed > notes.storageTotal) faults.push('more storage is used than there is');
  if (sum(apps.map((app) => app.size)) > notes.storageUsed * 1000)
    faults.push('the apps take more than `storageUsed`');
  if (sum(apps.map((app) => app.battery)) > 100) faults.push('the apps used more than 100 % of the battery');
  return faults;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
