import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '#lib/server/database.ts';
import { engine, freshAddress } from '#lib/server/fresh-database.contract.ts';
import type { Database, Verdict } from '#lib/server/schema.ts';
import { ingest } from './ingest.ts';
import { joinedTo } from './joined.contract.ts';
import { projectParticipations } from './projection.ts';
import { SendingDevice } from './sending-device.contract.ts';

const now = 1_772_000_000_000;
const verified = (): Promise<Verdict> => Promise.resolve('verified');

async function node(address: string): Promise<Kysely<Database>> {
  const opened = await openDatabase(address);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.value;
}

// SQLite has one node: its second process waits for the first one, which a test in one process cannot.
test.runIf(engine === 'postgres')(
  '[SY-38] two nodes that take the same parcels at once write each event once, in order, and show each share once',
  async () => {
    const address = await freshAddress();
    const nodes = await Promise.all([node(address), node(address)]);
    const joined = await joinedTo(nodes[0], now);
    const devices = await Promise.all(Array.from({ length: 12 }, () => SendingDevice.of(joined)));
    const sendings = await Promise.all(
      devices.map(async (device) => {
        device.share('Lina', 4);
        const half = await device.parcel();
        device.share('Lina', 2);
        return [half, await device.parcel(8), await device.parcel()];
      }),
    );
    const taken = await Promise.all(
      nodes.flatMap((each) =>
        sendings.flat().map((bytes) => ingest(each, bytes, now).then(({ type }) => type)),
      ),
    );
    expect(taken.filter((type) => type === 'refusal')).toEqual([]);
    for (const [bytes] of sendings)
      expect(await ingest(nodes[1], bytes!, now)).toMatchObject({ type: 'receipt' });
    await Promise.all(nodes.map((each) => projectParticipations(each, verified)));

    const rows = await nodes[0].selectFrom('event').select(['device', 'seq', 'hash']).execute();
    const expected = await Promise.all(
      devices.map(async ({ writer }, place) =>
        (await devices[place]!.hashes()).map((hash, index) => ({
          device: writer.device,
          seq: index + 1,
          hash,
        })),
      ),
    );
    const inOrder = (each: { device: string; seq: number }[]) =>
      each.toSorted((left, right) => left.device.localeCompare(right.device) || left.seq - right.seq);
    expect(inOrder(rows)).toEqual(inOrder(expected.flat()));
    const heads = await nodes[0].selectFrom('device').select('head_seq').execute();
    expect(heads).toEqual(devices.map(({ events }) => ({ head_seq: events.length })));
    expect(await nodes[0].selectFrom('participation').select('seq').execute()).toHaveLength(24);
    await Promise.all(nodes.map((each) => each.destroy()));
  },
);
