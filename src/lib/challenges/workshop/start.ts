import * as v from 'valibot';
import { isFit, plugNames, type PlugName } from './plugs.ts';

const text = v.pipe(v.string(), v.minLength(1));
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/i, 'an id is made of letters, digits and hyphens'),
);

const deviceKinds = [
  'strip',
  'box',
  'computer',
  'screen',
  'printer',
  'speaker',
  'phone',
  'disk',
  'charger',
  'wall',
] as const;
export type DeviceKind = (typeof deviceKinds)[number];

const port = v.strictObject({ id, plug: v.picklist(plugNames), label: v.optional(text) });

/** A choice on a device: a volume, an output, a key. */
const control = v.strictObject({
  id,
  label: text,
  options: v.pipe(v.array(v.strictObject({ id, text })), v.minLength(2)),
  value: id,
});

const device = v.strictObject({
  id,
  name: text,
  kind: v.picklist(deviceKinds),
  ports: v.optional(v.array(port), []),
  /** Whether its switch is on; without a switch it is always on. */
  on: v.optional(v.boolean()),
  /** Needs current to work. */
  powered: v.optional(v.boolean(), true),
  controls: v.optional(v.array(control), []),
  /** What a closer look shows: at once, or only while a test holds. */
  signs: v.optional(v.array(v.strictObject({ text, when: v.optional(text) })), []),
});
export type Device = v.InferOutput<typeof device>;

const cable = v.strictObject({
  id,
  name: text,
  /** Its two ends. */
  ends: v.tuple([v.picklist(plugNames), v.picklist(plugNames)]),
  /** Where its ends are, as device.port; null lies free. */
  in: v.optional(v.tuple([v.nullable(text), v.nullable(text)]), [null, null]),
  broken: v.optional(v.boolean(), false),
});

/** A rule names something that holds when all it needs does: `box.power`, `screen<computer:hdmi`, `box.mode=internet`, or another rule. */
const rule = v.strictObject({ id, needs: v.pipe(v.array(text), v.minLength(1)) });

/** What an author writes under `start` for the workshop. */
export const workshopStart = v.strictObject({
  devices: v.pipe(v.array(device), v.minLength(1), v.maxLength(10)),
  cables: v.optional(v.pipe(v.array(cable), v.maxLength(12)), []),
  rules: v.optional(v.array(rule), []),
});
export type WorkshopStart = v.InferOutput<typeof workshopStart>;

/** Every `@key` of a start. */
export function workshopTexts(start: WorkshopStart): readonly string[] {
  return [
    ...start.devices.flatMap(({ name, ports, controls, signs }) => [
      name,
      ...ports.map(({ label = '' }) => label),
      ...controls.flatMap(({ label, options }) => [label, ...options.map((option) => option.text)]),
      ...signs.map((sign) => sign.text),
    ]),
    ...start.cables.map(({ name }) => name),
  ].filter((each) => each.startsWith('@'));
}

/** Faults of sense in a start, in English; empty when there is none. */
export function workshopFaults(start: WorkshopStart): readonly string[] {
  const ids = [...start.devices, ...start.cables, ...start.rules].map((each) => each.id);
  const ports = new Map<string, PlugName>(
    start.devices.flatMap(({ id: name, ports: own }) =>
      own.map((each) => [`${name}.${each.id}`, each.plug] as const),
    ),
  );
  const used = start.cables.flatMap((each) => each.in.flatMap((place) => place ?? []));
  return [
    ...ids
      .filter((each, index) => ids.indexOf(each) !== index)
      .map((each) => `the id "${each}" is given twice`),
    ...ids
      .filter((each) => ['answer', 'restarted', 'moves'].includes(each))
      .map((each) => `nothing may be named "${each}"`),
    ...start.cables.flatMap((each) =>
      each.in.flatMap((place, end) => {
        if (place === null) return [];
        const plug = ports.get(place);
        if (plug === undefined) return [`"${each.id}" is plugged into "${place}", which is no port`];
        return isFit(each.ends[end] ?? 'usb', plug) ? [] : [`"${each.id}" does not fit into "${place}"`];
      }),
    ),
    ...used
      .filter((place, index) => used.indexOf(place) !== index)
      .map((place) => `two cables are in "${place}"`),
    ...start.devices.flatMap(({ id: name, controls }) =>
      controls
        .filter(({ value, options }) => !options.some((option) => option.id === value))
        .map((each) => `"${name}.${each.id}" has the value "${each.value}", which is no option`),
    ),
  ];
}
