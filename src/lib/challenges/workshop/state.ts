import type { PlugName } from './plugs.ts';
import type { WorkshopStart } from './start.ts';

/** Where the ends of a cable are; a type alias, not an interface: only these are known to be plain JSON. */
export type Ends = readonly [string | null, string | null];

/** The whole of the simulator, as plain data. */
export type WorkshopState = {
  /** By cable. */
  readonly ends: Readonly<Record<string, Ends>>;
  /** Devices that are switched on. */
  readonly on: readonly string[];
  /** By `device.control`. */
  readonly values: Readonly<Record<string, string>>;
  /** Devices that were restarted, in order. */
  readonly restarted: readonly string[];
  readonly looked: readonly string[];
  /** How many things were done that change something. */
  readonly moves: number;
};

/** The desk as the learner finds it. */
export function beginWorkshop(start: WorkshopStart): WorkshopState {
  return {
    ends: Object.fromEntries(start.cables.map((cable) => [cable.id, [cable.in[0], cable.in[1]]])),
    on: start.devices.filter(({ on }) => on !== false).map(({ id }) => id),
    values: Object.fromEntries(
      start.devices.flatMap((device) =>
        device.controls.map((control) => [`${device.id}.${control.id}`, control.value]),
      ),
    ),
    restarted: [],
    looked: [],
    moves: 0,
  };
}

/** The kind of a port, `device.port`; undefined when there is none. */
export function plugOf(start: WorkshopStart, port: string): PlugName | undefined {
  const [name = '', own = ''] = port.split('.');
  return start.devices.find(({ id }) => id === name)?.ports.find(({ id }) => id === own)?.plug;
}

/** The cable and end that are in a port. */
export function inPort(
  state: WorkshopState,
  port: string,
): { readonly cable: string; readonly end: 0 | 1 } | undefined {
  for (const [cable, ends] of Object.entries(state.ends)) {
    if (ends[0] === port) return { cable, end: 0 };
    if (ends[1] === port) return { cable, end: 1 };
  }
  return undefined;
}
