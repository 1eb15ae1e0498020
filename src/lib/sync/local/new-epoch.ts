import { digest } from '#lib/base/platform/crypto.ts';
import type { LocalDatabase } from '#lib/local/database.ts';
import { chainStart } from '../chain.ts';
import { parcelsFor } from './kept-parcels.ts';

/**
 * Begins this device's next epoch for an organisation, in one write: what the cursor covers stays where it is, and every entry
 * after it waits anew for a place in a chain of its own; it left all the same, for somebody may carry its parcel still. For when the organisation holds another history (the device has a
 * twin, or was put back to an earlier moment), or can no longer close the gap before what is kept here.
 */
export async function beginEpoch(database: LocalDatabase, organisation: string): Promise<void> {
  const before = await database.identities.get(organisation);
  if (before === undefined) return;
  const epoch = before.epoch + 1;
  const headHash = await chainStart({ organisation, device: before.device, epoch }, digest);
  const { identities, parcels, pastParcels, outbox } = database;
  await database.transaction('rw', [identities, parcels, pastParcels, outbox], async () => {
    const identity = await identities.get(organisation);
    if (identity === undefined || identity.epoch !== before.epoch) return;
    const own = (await parcelsFor(database, organisation)).filter(({ device }) => device === identity.device);
    await pastParcels.bulkPut(
      own
        .filter(({ to }) => to <= identity.acknowledged)
        .map((parcel) => ({ ...parcel, epoch: identity.epoch })),
    );
    await parcels.bulkDelete(own.map(({ device, from }) => [organisation, device, from]));
    const after = await outbox
      .where('organisation')
      .equals(organisation)
      .filter((row) => (row.epoch ?? 1) === identity.epoch && (row.last ?? 0) > identity.acknowledged)
      .toArray();
    // What was received and forgotten since cannot be told again: it stays as it is.
    await outbox.bulkPut(
      after
        .filter(({ body }) => body.length > 0)
        .map(({ first: _first, last: _last, epoch: _epoch, acknowledgedAt: _at, ...row }) => ({
          ...row,
          hasLeft: true,
        })),
    );
    const { refusal: _refusal, ...rest } = identity;
    await identities.put({ ...rest, epoch, headSeq: 0, headHash, acknowledged: 0 });
  });
}
