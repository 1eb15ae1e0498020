import * as v from 'valibot';
import type { Json } from '#lib/base/canonical-json.ts';
import { columns, letters, outgoingEventSchema, type OutgoingEvent } from './outgoing-event.ts';

type EventType = OutgoingEvent['type'];
const types = Object.keys(letters) as EventType[];

/** Events as columns: the order as one text of letters, then for each letter its fields' columns. Alike values lie side by side and compress. */
export const packedEventsSchema = v.strictTuple([
  v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
  v.record(v.string(), v.array(v.array(v.unknown()))),
]);
type PackedEvents = v.InferOutput<typeof packedEventsSchema>;

/** The columns of some events. */
export function packedEvents(events: readonly OutgoingEvent[]): Json {
  const packed: Record<string, Json[][]> = {};
  for (const event of events) {
    const fields = columns[event.type];
    const table = (packed[letters[event.type]] ??= fields.map(() => []));
    const values: Readonly<Record<string, unknown>> = event;
    fields.forEach((field, index) => table[index]?.push(compact(values[field])));
  }
  return [events.map((event) => letters[event.type]).join(''), packed];
}

/** The events again, each of them checked; undefined when the columns do not make whole events, or more than `most`. */
export function unpackedEvents(
  [order, packed]: PackedEvents,
  most: number,
): readonly OutgoingEvent[] | undefined {
  if (order.length > most) return undefined;
  const taken = new Map<EventType, number>();
  const events: OutgoingEvent[] = [];
  for (const letter of order) {
    const type = types.find((each) => letters[each] === letter);
    if (type === undefined) return undefined;
    const row = taken.get(type) ?? 0;
    taken.set(type, row + 1);
    const event: Record<string, unknown> = { type };
    columns[type].forEach((field, index) => {
      event[field] = expanded(field, packed[letter]?.[index]?.[row]);
    });
    const checked = v.safeParse(outgoingEventSchema, event);
    if (!checked.success) return undefined;
    events.push(checked.output);
  }
  return events;
}

// Yes and no take one character in a column.
function compact(value: unknown): Json {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value as Json;
}

function expanded(field: string, value: unknown): unknown {
  return field.startsWith('is') ? value === 1 : value;
}
