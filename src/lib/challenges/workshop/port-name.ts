import type { ExerciseDictionary } from '#lib/i18n/messages/fr-exercise.ts';
import type { Words } from '../kind.ts';
import type { WorkshopStart } from './start.ts';
import { plugOf } from './state.ts';

/** The words for a port, `device.port`: its own label, or the kind of plug that goes in. */
export function portName(
  place: string,
  start: WorkshopStart,
  plain: Words,
  words: ExerciseDictionary['workshop'],
): string {
  const [name = '', own = ''] = place.split('.');
  const found = start.devices.find(({ id }) => id === name)?.ports.find(({ id }) => id === own);
  if (found?.label !== undefined) return plain(found.label);
  const plug = plugOf(start, place);
  return plug === undefined ? place : words.plugs[plug];
}
