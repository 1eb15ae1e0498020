import { workshopSimulator } from '#lib/challenges/workshop/challenge.ts';
import { plugOf } from '#lib/challenges/workshop/state.ts';
import { frExercise } from '#lib/i18n/messages/fr-exercise.ts';
import { button } from '../hand.ts';
import { simulatorPlayer } from './player.ts';

const words = frExercise.workshop;

export const perform = simulatorPlayer(
  workshopSimulator,
  async (page, action, { hand, start, state, plain }) => {
    const nameOf = (id: string): string => plain(start.devices.find((each) => each.id === id)?.name ?? id);
    const cableOf = (id: string) => {
      const found = start.cables.find((each) => each.id === id);
      if (found === undefined) throw new Error(`there is no cable "${id}"`);
      return found;
    };
    const portName = (place: string): string => {
      const [device = '', own = ''] = place.split('.');
      const port = start.devices.find(({ id }) => id === device)?.ports.find(({ id }) => id === own);
      return port?.label === undefined ? words.plugs[plugOf(start, place) ?? 'usb'] : plain(port.label);
    };
    switch (action.do) {
      case 'plug': {
        const cable = cableOf(action.cable);
        const device = nameOf(action.port.split('.')[0] ?? '');
        await hand.press(button(page, `${words.plug} ${portName(action.port)}, ${device}`));
        const name = `${plain(cable.name)}, ${words.plugs[cable.ends[action.end]]}`;
        return hand.press(button(page.getByRole('dialog'), name));
      }
      case 'unplug': {
        const place = state.ends[action.cable]?.[action.end] ?? '';
        const name = `${words.unplug} ${plain(cableOf(action.cable).name)}, ${portName(place)}, ${nameOf(place.split('.')[0] ?? '')}`;
        return hand.press(button(page, name));
      }
      case 'switch':
        return hand.choose(
          page.getByRole('switch', { name: words.switchOf(nameOf(action.device)), exact: true }),
        );
      case 'restart':
        return hand.press(button(page, words.restart(nameOf(action.device))));
      case 'set': {
        const control = start.devices
          .find(({ id }) => id === action.device)
          ?.controls.find(({ id }) => id === action.control);
        const label = `${plain(control?.label ?? '')} (${nameOf(action.device)})`;
        const option = control?.options.find(({ id }) => id === action.value)?.text ?? '';
        return hand.select(page.getByLabel(label, { exact: true }), plain(option));
      }
      case 'look':
        return hand.press(button(page, words.look(nameOf(action.device))));
    }
  },
);
