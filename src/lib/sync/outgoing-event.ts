import * as v from 'valibot';
import { jsonSchema } from '#lib/base/json-schema.ts';

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const campaign = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

/** One level as it is stated: what it is of (an area, a competence), level, lowest and highest of its 90 % range, certainty in per cent. */
const statedLevelSchema = v.strictTuple([text(8), whole(0, 8), whole(0, 8), whole(0, 8), whole(0, 100)]);

/** What may leave a device, and nothing else. The organisation, the device and the sequence give each event its identity. */
export const outgoingEventSchema = v.variant('type', [
  /** The first event of a device: its key, and the proof that it held the card. */
  v.strictObject({
    type: v.literal('device.enrolled'),
    key: v.pipe(v.string(), v.regex(/^[\w-]{87}$/)),
    campaign,
    proof: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)),
  }),
  /** What the person agreed to, and the hash of the very text that was shown. The attempt that follows is what is shared. */
  v.strictObject({
    type: v.literal('consent.given'),
    campaign,
    scope: v.picklist(['levels', 'answers']),
    textHash: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
    nickname: text(24),
    avatar: text(24),
    day,
  }),
  v.strictObject({
    type: v.literal('attempt.started'),
    policy: text(24),
    bundle: text(40),
    revision: whole(1, 1e9),
    engine: whole(1, 1e6),
    grader: whole(1, 1e6),
  }),
  /** One answer: the item's number in the revision's manifest, the response of a closed kind (else null), the score step, help, seconds. */
  v.strictObject({
    type: v.literal('response.given'),
    item: whole(0, 1e6),
    choice: jsonSchema(1_000),
    score: whole(0, 20),
    isSkipped: v.boolean(),
    help: whole(0, 3),
    seconds: whole(0, 86_400),
  }),
  /** The snapshot: one level an area (or that of the competence), and whether help was used. */
  v.strictObject({
    type: v.literal('attempt.completed'),
    levels: v.pipe(v.array(statedLevelSchema), v.minLength(1), v.maxLength(16)),
    isHelped: v.boolean(),
  }),
  /** Takes an agreement back: `consent` is the sequence of the event that gave it. */
  v.strictObject({ type: v.literal('consent.withdrawn'), campaign, consent: whole(1, 1e9), day }),
  /** The same for an agreement that another device gave: named by that device and its place there, and signed by its key. */
  v.strictObject({
    type: v.literal('withdrawal.carried'),
    campaign,
    device: v.pipe(v.string(), v.regex(/^[0-9a-f]{24}$/)),
    epoch: whole(1, 1e6),
    consent: whole(1, 1e9),
    signature: v.pipe(v.string(), v.regex(/^[\w-]{86}$/)),
    day,
  }),
]);
export type OutgoingEvent = v.InferOutput<typeof outgoingEventSchema>;

/** One letter a type: the order of events in a parcel is a text of these. */
export const letters: Readonly<Record<OutgoingEvent['type'], string>> = {
  'device.enrolled': 'd',
  'consent.given': 'c',
  'attempt.started': 'a',
  'response.given': 'r',
  'attempt.completed': 'l',
  'consent.withdrawn': 'w',
  'withdrawal.carried': 'x',
};

/** The fields of each type in the order of their columns; never changed once released: the chain hashes them, so a new need is a new type. */
export const columns: { readonly [Type in OutgoingEvent['type']]: readonly string[] } = {
  'device.enrolled': ['key', 'campaign', 'proof'],
  'consent.given': ['campaign', 'scope', 'textHash', 'nickname', 'avatar', 'day'],
  'attempt.started': ['policy', 'bundle', 'revision', 'engine', 'grader'],
  'response.given': ['item', 'choice', 'score', 'isSkipped', 'help', 'seconds'],
  'attempt.completed': ['levels', 'isHelped'],
  'consent.withdrawn': ['campaign', 'consent', 'day'],
  'withdrawal.carried': ['campaign', 'device', 'epoch', 'consent', 'signature', 'day'],
};
