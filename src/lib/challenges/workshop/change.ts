import type { WorkshopAction } from './action.ts';
import { isFit } from './plugs.ts';
import type { WorkshopStart } from './start.ts';
import { inPort, plugOf, type Ends, type WorkshopState } from './state.ts';

type Done<Name> = Extract<WorkshopAction, { do: Name }>;
export type WorkshopRefusal = 'noFit' | 'taken';

/** Why a plug does not go in; undefined when it does, or when the action is another. */
export function refusalOf(
  state: WorkshopState,
  action: WorkshopAction,
  start: WorkshopStart,
): WorkshopRefusal | undefined {
  if (action.do !== 'plug') return undefined;
  const cable = start.cables.find(({ id }) => id === action.cable);
  const plug = plugOf(start, action.port);
  if (cable === undefined || plug === undefined) return undefined;
  if (!isFit(cable.ends[action.end], plug)) return 'noFit';
  const there = inPort(state, action.port);
  return there !== undefined && !(there.cable === cable.id && there.end === action.end) ? 'taken' : undefined;
}

/** The desk after an action; one that is impossible leaves it as it is. */
export function changeWorkshop(
  state: WorkshopState,
  action: WorkshopAction,
  start: WorkshopStart,
): WorkshopState {
  switch (action.do) {
    case 'plug':
      return plugged(state, action, start);
    case 'unplug': {
      const ends = endsOf(state, action.cable);
      return ends === undefined || ends[action.end] === null
        ? state
        : withEnd(state, action.cable, action.end, null);
    }
    case 'switch': {
      const device = start.devices.find(({ id }) => id === action.device);
      if (device?.on === undefined || state.on.includes(device.id) === action.on) return state;
      const others = state.on.filter((each) => each !== device.id);
      return moved({ ...state, on: action.on ? [...others, device.id] : others });
    }
    case 'restart': {
      const device = start.devices.find(({ id }) => id === action.device);
      // What is off cannot be restarted: it is switched on.
      return device?.on === undefined || !state.on.includes(device.id)
        ? state
        : moved({ ...state, restarted: [...state.restarted, device.id].slice(-20) });
    }
    case 'set': {
      const control = start.devices
        .find(({ id }) => id === action.device)
        ?.controls.find(({ id }) => id === action.control);
      const key = `${action.device}.${action.control}`;
      return !control?.options.some(({ id }) => id === action.value) || state.values[key] === action.value
        ? state
        : moved({ ...state, values: { ...state.values, [key]: action.value } });
    }
    case 'look':
      return state.looked.includes(action.device) || !start.devices.some(({ id }) => id === action.device)
        ? state
        : { ...state, looked: [...state.looked, action.device] };
  }
}

function plugged(state: WorkshopState, action: Done<'plug'>, start: WorkshopStart): WorkshopState {
  const ends = endsOf(state, action.cable);
  const isThere = plugOf(start, action.port) !== undefined;
  if (ends === undefined || !isThere || ends[action.end] === action.port) return state;
  return refusalOf(state, action, start) === undefined
    ? withEnd(state, action.cable, action.end, action.port)
    : state;
}

function withEnd(state: WorkshopState, cable: string, end: 0 | 1, port: string | null): WorkshopState {
  const [one, other] = endsOf(state, cable) ?? [null, null];
  const ends: Ends = end === 0 ? [port, other] : [one, port];
  return moved({ ...state, ends: { ...state.ends, [cable]: ends } });
}

function endsOf(state: WorkshopState, cable: string): Ends | undefined {
  return Object.hasOwn(state.ends, cable) ? state.ends[cable] : undefined;
}

function moved(state: WorkshopState): WorkshopState {
  return { ...state, moves: state.moves + 1 };
}
