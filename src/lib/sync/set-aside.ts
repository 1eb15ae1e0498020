import * as v from 'valibot';
import { utf8 } from '#lib/base/bytes.ts';
import { canonicalJson, type Json } from '#lib/base/canonical-json.ts';
import { deflated } from '#lib/base/compression.ts';
import { outgoingEventSchema } from './outgoing-event.ts';
import { largestParcel, mostEvents } from './parcel.ts';

/**
 * Why an entry of the outbox stays on the device: no server would read it, it is more than one parcel holds, or the device
 * itself no longer reads it.
 */
export type SetAside = 'notAnEvent' | 'tooLong' | 'unreadable';

const entrySchema = v.pipe(v.array(outgoingEventSchema), v.minLength(1));
/** One place is left for the enrolment that begins a chain. */
const mostInEntry = mostEvents - 1;
/** What a parcel needs besides what an entry says, in bytes: more than header, key, signature and enrolment take. */
const besides = 1_024;
/** What an entry says, before it is compressed, in bytes: well below what a reader lets a parcel swell to. */
const longestText = 900_000;

/**
 * Whether the very schema that a server reads events with takes those of an entry, and one parcel holds them; if not, why they
 * may not be sealed. To such a parcel a server could only answer that it does not open, for ever, and all behind it would wait.
 */
export function whySetAside(events: Json): SetAside | undefined {
  if (!v.is(entrySchema, events)) return 'notAnEvent';
  if (events.length > mostInEntry) return 'tooLong';
  const said = utf8(canonicalJson(events));
  const isTooLong = said.length > longestText || deflated(said).length > largestParcel - besides;
  return isTooLong ? 'tooLong' : undefined;
}
