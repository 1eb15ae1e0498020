import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { bytesOfBase64url } from '#lib/base/bytes.ts';
import type { ParcelRefusal } from '../wire.ts';
import { nameOf, RelayStore } from './relay-store.ts';

const golden = JSON.parse(readFileSync('tests/golden/wire-1.json', 'utf8')) as {
  readonly parcel: string;
  readonly receiptBytes: string;
};
const receipt = bytesOfBase64url(golden.receiptBytes)!;
/** Parcels of several devices, as one who cannot open them sees them. */
const parcels = [1, 2, 3].map((device) => bytesOfBase64url(golden.parcel)!.with(12, device));
const [first, second, third] = parcels as [Uint8Array, Uint8Array, Uint8Array];
const minute = 60_000;
const day = 24 * 60 * minute;
const now = 1_772_000_000_000;
const refused: ParcelRefusal = { reason: 'doesNotOpen' };

let folder: string;
const named = (bytes: Uint8Array): string => nameOf(bytes) ?? '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jalon-relay-'));
});

test('[SY-64] a relay takes no more than it has room for, and lets go first of what was refused for good', async () => {
  const room = first.length * 2 + 500;
  const store = await RelayStore.opened(folder, room);
  for (const bytes of [first, second, second]) expect(await store.keep(bytes, now)).toEqual([]);
  expect(await store.keep(third, now)).toBe('full');
  expect(await store.keep(first, now)).toEqual([]);
  expect(await store.note(named(second), now, { reason: 'unknownOrganisation' })).toBe(false);
  expect(await store.keep(third, now)).toBe('full');
  expect(await store.note(named(first), now, refused)).toBe(true);
  expect(await store.keep(third, now)).toEqual([]);
  expect(await readdir(join(folder, 'parcels'))).toEqual([named(second), named(third)].sort());

  await writeFile(join(folder, 'parcels', 'half.new'), new Uint8Array(room));
  const again = await RelayStore.opened(folder, room);
  expect(await again.keep(first, now)).toBe('full');
  await again.settle(named(third));
  expect(await again.keep(first, now)).toEqual([]);
  expect(await readdir(join(folder, 'parcels'))).toEqual([named(first), named(second)].sort());
});

test('[SY-65] what was refused for good is not sent again, and whoever brings it is told why, for a week', async () => {
  const store = await RelayStore.opened(folder, 1_000_000);
  await Promise.all([first, first, second].map((bytes) => store.keep(bytes, now)));
  await store.note(named(first), now, { ...refused, upto: 3 }, [receipt]);
  expect(await store.waiting()).toEqual([named(second)]);
  const told = [
    { type: 'receipt', bytes: receipt },
    { type: 'refusal', refusal: { ...refused, upto: 3 } },
  ];
  expect(await store.keep(first, now + 6 * day)).toEqual(told);
  expect(await (await RelayStore.opened(folder, 1_000_000)).keep(first, now)).toEqual(told);
  expect(await store.keep(second, now)).toEqual([]);
  expect(await store.keep(first, now + 8 * day)).toEqual([]);
  expect(await store.waiting()).toEqual([named(first), named(second)].sort());
});

test('[SY-65] what may be taken later is sent again after waits that grow to a day, whatever the clock', async () => {
  const store = await RelayStore.opened(folder, 1_000_000);
  await store.keep(first, now);
  const due = async (after: number): Promise<boolean> => (await store.waiting(now + after)).length > 0;
  expect(await due(0)).toBe(true);
  await store.note(named(first), now, { reason: 'unknownOrganisation' });
  expect([await due(minute), await due(2 * minute)]).toEqual([false, true]);
  // Held until another one comes: the server said nothing of it.
  await store.note(named(first), now);
  expect([await due(3 * minute), await due(4 * minute)]).toEqual([false, true]);
  for (let times = 0; times < 40; times += 1) await store.note(named(first), now);
  expect([await due(day - minute), await due(day)]).toEqual([false, true]);
  expect(await due(-50 * 365 * day)).toBe(true);
  expect(await store.waiting()).toEqual([named(first)]);
});
