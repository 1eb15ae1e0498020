import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { base64url, bytesOfBase64url } from '#lib/base/bytes.ts';
import { digest, generateStoredSigningKey, signerOfJwk, verify } from '#lib/base/platform/crypto.ts';
import { deflate } from '#lib/base/platform/deflate.ts';
import { seal } from '#lib/base/platform/sealing.ts';
import { createCampaign, type CampaignDraft } from '#lib/campaigns/server/campaign-store.ts';
import { createOrganisation, organisationKey } from '#lib/campaigns/server/organisation-store.ts';
import { openDatabase } from '#lib/server/database.ts';
import { chainStart } from '../chain.ts';
import { joinProof } from '../enrolment.ts';
import { makePack, readPack } from '../parcel-pack.ts';
import { makeParcel } from '../parcel.ts';
import { openReceipt } from '../receipt.ts';
import { ingestPack } from './ingest-pack.ts';

const now = 1_772_000_000_000;

test('[SY-36] a pack is taken in as by the network; it says what was new, known, refused and why, and gives the receipts back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jalon-pack-'));
  const opened = await openDatabase(join(folder, 'jalon.sqlite'));
  if (!opened.ok) throw new Error(opened.reason);
  const database = opened.value;
  const root = await generateStoredSigningKey();
  const organisation = await createOrganisation(database, 'EPN', await signerOfJwk(root.privateJwk), now);
  const draft: CampaignDraft = {
    title: { fr: 'Bilan', en: 'Check' },
    purpose: { fr: 'Aider', en: 'Help' },
    asks: 'levels',
    policy: 'diagnostic',
    bundle: 'socle',
    retentionMonths: 6,
    expiresAt: now + 1e10,
  };
  const { campaign, join_secret: secret } = await createCampaign(database, organisation, draft, now);
  const keyOf = async (purpose: 'seal' | 'receipt'): Promise<Uint8Array> =>
    bytesOfBase64url((await organisationKey(database, organisation, purpose))!.publicKey)!;
  const sealingKey = await keyOf('seal');

  const parcel = async (device: string, joinSecret = secret): Promise<Uint8Array<ArrayBuffer>> => {
    const keys = await generateStoredSigningKey();
    const writer = { organisation, device, epoch: 1 };
    const key = base64url(keys.publicKey);
    const proof = await joinProof(joinSecret, campaign, device, key, digest);
    const content = {
      from: 1,
      previous: await chainStart(writer, digest),
      events: [{ type: 'device.enrolled', key, campaign, proof } as const],
    };
    const sign = await signerOfJwk(keys.privateJwk);
    return makeParcel(writer, content, sealingKey, { digest, deflate, seal, sign });
  };
  const [one, two] = [await parcel('00112233445566778899aabb'), await parcel('10112233445566778899aabb')];
  const stranger = await parcel('20112233445566778899aabb', 'A'.repeat(22));
  const taken = async (...parcels: Uint8Array[]) =>
    ingestPack(database, await makePack({ parcels, receipts: [], certificates: [] }, digest), now);

  expect(await taken(one)).toMatchObject({ value: { fresh: 1, known: 0, held: 0, refused: {} } });
  const all = await taken(one, two, two, stranger);
  expect(all).toMatchObject({ value: { fresh: 1, known: 2, held: 0, refused: { notEnrolled: 1 } } });
  const back = all.ok && all.value.receipts ? await readPack(all.value.receipts, digest) : undefined;
  if (back?.ok !== true) throw new Error('no receipts');
  expect(back.value).toMatchObject({ parcels: [], receipts: [{}, {}], certificates: [{}] });
  for (const bytes of back.value.receipts)
    expect(await openReceipt(bytes, await keyOf('receipt'), verify)).toMatchObject({ upto: 1 });
  expect(await taken(stranger)).toEqual({
    ok: true,
    value: { fresh: 0, known: 0, held: 0, refused: { notEnrolled: 1 } },
  });
  expect(await taken()).toEqual({ ok: false, reason: 'emptyPack' });
  expect(await ingestPack(database, new Uint8Array(3), now)).toEqual({ ok: false, reason: 'notAPack' });
});
