import type { PlugName } from './plugs.ts';
import type { WorkshopStart } from './start.ts';
import type { WorkshopState } from './state.ts';

/** The names of the devices that a whole cable links to a device, by the kind of its plug at that device. */
function linkedTo(
  state: WorkshopState,
  start: WorkshopStart,
  device: string,
  plug?: PlugName,
): readonly string[] {
  return start.cables.flatMap((cable) => {
    const [one, other] = state.ends[cable.id] ?? [null, null];
    if (cable.broken || one === null || other === null) return [];
    const [left = '', right = ''] = [one.split('.')[0], other.split('.')[0]];
    if (left === device && (plug === undefined || cable.ends[0] === plug)) return [right];
    return right === device && (plug === undefined || cable.ends[1] === plug) ? [left] : [];
  });
}

/** Whether a device has current: from the wall, by cables with a power plug and devices that are on. */
export function hasPower(
  state: WorkshopState,
  start: WorkshopStart,
  device: string,
  seen: readonly string[] = [],
): boolean {
  const found = start.devices.find(({ id }) => id === device);
  if (found === undefined || seen.includes(device)) return false;
  if (found.kind === 'wall') return true;
  return linkedTo(state, start, device, 'power').some((other) => {
    const source = start.devices.find(({ id }) => id === other);
    if (source === undefined || (source.kind !== 'wall' && source.kind !== 'strip')) return false;
    return state.on.includes(other) && hasPower(state, start, other, [...seen, device]);
  });
}

/** Whether a device works: switched on, and with current where it needs some. */
export function isWorking(state: WorkshopState, start: WorkshopStart, device: string): boolean {
  const found = start.devices.find(({ id }) => id === device);
  if (found === undefined || !state.on.includes(device)) return false;
  return !found.powered || hasPower(state, start, device);
}

/**
 * Whether a need holds. `box` works; `box.power` has current; `box.on` is switched on; `screen<computer` is linked, `screen<computer:hdmi`
 * by that plug; `box.mode=internet` is set so; `!` before any of these says the contrary; a rule's own id.
 */
export function holds(
  state: WorkshopState,
  start: WorkshopStart,
  need: string,
  seen: readonly string[] = [],
): boolean {
  if (need.startsWith('!')) return !holds(state, start, need.slice(1), seen);
  const rule = start.rules.find(({ id }) => id === need);
  if (rule !== undefined) {
    return !seen.includes(need) && rule.needs.every((each) => holds(state, start, each, [...seen, need]));
  }
  const [, device = '', other, plug] = /^([\w-]+)<([\w-]+)(?::(\w+))?$/.exec(need) ?? [];
  if (other !== undefined)
    return linkedTo(state, start, device, plug as PlugName | undefined).includes(other);
  const [key = '', value] = need.split('=');
  if (value !== undefined) return state.values[key] === value;
  const [name = '', what] = need.split('.');
  if (what === 'power') return hasPower(state, start, name);
  if (what === 'on') return state.on.includes(name);
  return what === undefined && isWorking(state, start, name);
}
