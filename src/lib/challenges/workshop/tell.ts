import type { Clause } from '../clauses.ts';
import { simulatorTeller, type SimulatorScene } from '../simulator-teller.ts';
import type { WorkshopAction } from './action.ts';
import { workshopSimulator } from './challenge.ts';
import { portName } from './port-name.ts';
import type { WorkshopStart } from './start.ts';
import type { WorkshopState } from './state.ts';

export const teller = simulatorTeller(workshopSimulator, tellWorkshop);

/** How an action at the desk is done on the screen. */
function tellWorkshop(
  action: WorkshopAction,
  scene: SimulatorScene<WorkshopStart, WorkshopState>,
): readonly Clause[] {
  const { say, start, state, plain } = scene;
  const words = scene.words.workshop;
  const nameOf = (device: string): string => plain(start.devices.find(({ id }) => id === device)?.name ?? '');
  /** Beside a port, under the name of its device. */
  const atPort = (place: string): string => {
    const device = nameOf(place.split('.')[0] ?? '');
    return `${say.under(device)} ${say.beside(portName(place, start, plain, words))}`;
  };
  switch (action.do) {
    case 'plug': {
      const cable = start.cables.find(({ id }) => id === action.cable);
      if (cable === undefined) return [];
      return [
        say.press(words.plug, atPort(action.port)),
        say.press(`${plain(cable.name)}, ${words.plugs[cable.ends[action.end]]}`),
      ];
    }
    case 'unplug':
      return [say.press(words.unplug, atPort(state.ends[action.cable]?.[action.end] ?? ''))];
    case 'switch':
      return [say.turn(words.switchOf(nameOf(action.device)), action.on ? words.on : words.off)];
    case 'restart':
      return [say.press(words.restart(nameOf(action.device)))];
    case 'set': {
      const control = start.devices
        .find(({ id }) => id === action.device)
        ?.controls.find(({ id }) => id === action.control);
      const option = control?.options.find(({ id }) => id === action.value);
      return [say.choose(plain(option?.text ?? ''), say.inside(plain(control?.label ?? '')))];
    }
    case 'look':
      return [say.press(words.look(nameOf(action.device)))];
  }
}
