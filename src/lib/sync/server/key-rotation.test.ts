import type { Kysely } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { base64url, bytesOfBase64url } from '#lib/base/bytes.ts';
import {
  generateStoredSigningKey,
  signerOfJwk,
  verify,
  type StoredKeyPair,
} from '#lib/base/platform/crypto.ts';
import { openCard } from '#lib/campaigns/card.ts';
import { campaignOf } from '#lib/campaigns/server/campaign-store.ts';
import { rotateKeys } from '#lib/campaigns/server/key-rotation.ts';
import { freshDatabase } from '#lib/server/fresh-database.contract.ts';
import type { Database } from '#lib/server/schema.ts';
import { ingest } from './ingest.ts';
import { joinedTo } from './joined.contract.ts';
import { SendingDevice, type Joined } from './sending-device.contract.ts';

const now = 1_772_000_000_000;
let database: Kysely<Database>;
let root: StoredKeyPair;
let joined: Joined;

beforeEach(async () => {
  database = await freshDatabase();
  root = await generateStoredSigningKey();
  joined = await joinedTo(database, now, await signerOfJwk(root.privateJwk));
});
afterEach(() => database.destroy());

async function cardNow() {
  const row = await campaignOf(database, joined.organisation, joined.campaign);
  const card = await openCard(row?.card ?? '', base64url(root.publicKey), {}, verify);
  if (!card.ok) throw new Error(card.reason);
  return card.value;
}

test('[SY-40] an earlier card still sends and its receipts are believed; the new one, certified by the root, has other keys', async () => {
  const before = await SendingDevice.of(joined);
  before.share('Lina');
  const early = await cardNow();
  expect(
    await rotateKeys(database, joined.organisation, await signerOfJwk(root.privateJwk), now + 1),
  ).toEqual({
    ok: true,
    value: 1,
  });
  const late = await cardNow();
  expect(late.campaign).toEqual(early.campaign);
  for (const key of ['signingKey', 'sealingKey', 'receiptKey'] as const) {
    expect(late.organisation[key]).not.toBe(early.organisation[key]);
  }
  const after = await SendingDevice.of({
    ...joined,
    sealingKey: bytesOfBase64url(late.organisation.sealingKey)!,
    receiptKey: bytesOfBase64url(late.organisation.receiptKey)!,
  });
  after.share('Omar');
  for (const device of [before, after]) {
    const ingested = await ingest(database, await device.parcel(), now);
    if (ingested.type !== 'receipt') throw new Error(ingested.type);
    const believed = await Promise.all(
      [ingested.bytes, ...ingested.older].map((bytes) => device.receiptIn(bytes)),
    );
    expect(believed.filter((receipt) => receipt !== undefined)).toMatchObject([{ upto: 5 }]);
  }
});

test('[SY-40] an organisation that is not there gets no keys', async () => {
  const sign = await signerOfJwk(root.privateJwk);
  expect(await rotateKeys(database, 'f'.repeat(16), sign, now)).toMatchObject({
    reason: 'unknownOrganisation',
  });
});

test('[SY-47] a further epoch of a device that is known is begun by its own key only', async () => {
  const honest = await SendingDevice.of(joined);
  honest.share('Lina');
  await ingest(database, await honest.parcel(), now);
  const thief = await SendingDevice.of(joined, honest.writer.device, 2);
  thief.share('Eve');
  expect(await ingest(database, await thief.parcel(), now)).toMatchObject({
    refusal: { reason: 'notEnrolled' },
  });
  expect(await database.selectFrom('device').select('epoch').execute()).toEqual([{ epoch: 1 }]);
});
