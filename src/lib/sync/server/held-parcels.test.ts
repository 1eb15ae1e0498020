import { expect, test } from 'vitest';
import { freshDatabase } from '#lib/server/fresh-database.contract.ts';
import { forgetHeld, hold } from './held-parcels.ts';
import { joinedTo } from './joined.contract.ts';

const dayMs = 24 * 3_600_000;

test('[SY-48] one device cannot take the places of all, and what waits too long is thrown away', async () => {
  const database = await freshDatabase();
  const { organisation } = await joinedTo(database, 0);
  const counted = async (): Promise<number> =>
    (await database.selectFrom('held_parcel').select('first_seq').execute()).length;
  try {
    const [one, other] = ['aa'.repeat(12), 'bb'.repeat(12)];
    for (let from = 2; from < 80; from += 1)
      await hold(database, { organisation, device: one, epoch: 1 }, from, Uint8Array.of(1), 0);
    expect(await counted()).toBe(50);
    await hold(database, { organisation, device: other, epoch: 1 }, 2, Uint8Array.of(1), 30 * dayMs);
    expect(await counted()).toBe(51);
    await forgetHeld(database, 61 * dayMs);
    expect(await counted()).toBe(1);
  } finally {
    await database.destroy();
  }
});
