import { expect, test } from 'vitest';
import { hex } from '#lib/base/bytes.ts';
import type { Json } from '#lib/base/canonical-json.ts';
import { seededRandom } from '#lib/base/random.ts';
import { packedEvents, packedEventsSchema, unpackedEvents } from './event-columns.ts';
import type { OutgoingEvent } from './outgoing-event.ts';
import { whySetAside } from './set-aside.ts';
import * as v from 'valibot';

const started = { type: 'attempt.started', policy: 'diagnostic', bundle: 'socle', revision: 1, engine: 1 };
const answer = { type: 'response.given', item: 3, score: 1, isSkipped: false, help: 0, seconds: 9 };
const good: Json[] = [
  { ...started, grader: 1 },
  { ...answer, choice: { choice: 'a' } },
  { type: 'attempt.completed', levels: [['1', 2, 1, 3, 40]], isHelped: false },
];

test('[SY-63] what the schema of the wire takes may be sealed, and comes back from its columns as it was', () => {
  expect(whySetAside(good)).toBeUndefined();
  const packed = v.parse(packedEventsSchema, packedEvents(good as unknown as OutgoingEvent[]));
  expect(unpackedEvents(packed, 500)).toEqual(good);
});

test('[SY-63] what it refuses in any event is set aside as a whole: another type, a missing or a further field, half a second', () => {
  const others: Json[] = [
    { ...answer, choice: null, seconds: 1.5 },
    { ...answer, choice: null, score: 21 },
    { ...answer, choice: 'a'.repeat(1_000) },
    { ...answer },
    { ...answer, choice: null, typed: 'Bonjour' },
    { type: 'text.typed', text: 'Bonjour' },
    null,
  ];
  for (const other of others) expect(whySetAside([...good, other])).toBe('notAnEvent');
  for (const none of [[], {}, null, 'r']) expect(whySetAside(none)).toBe('notAnEvent');
});

test('[SY-63] what one parcel does not hold is set aside', () => {
  const answers = (count: number, choice: () => string): Json =>
    Array.from({ length: count }, () => ({ ...answer, choice: choice() }));
  expect(whySetAside(answers(499, () => 'a'))).toBeUndefined();
  expect(whySetAside(answers(500, () => 'a'))).toBe('tooLong');
  const random = seededRandom('long');
  const noise = (): string => hex(Uint8Array.from({ length: 400 }, () => Math.floor(random() * 256)));
  expect(whySetAside(answers(100, noise))).toBeUndefined();
  expect(whySetAside(answers(200, noise))).toBe('tooLong');
});
