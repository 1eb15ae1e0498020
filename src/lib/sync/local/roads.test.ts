import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { base64url, hex } from '#lib/base/bytes.ts';
import {
  digest,
  generateStoredSigningKey,
  signerOfJwk,
  type StoredKeyPair,
} from '#lib/base/platform/crypto.ts';
import { generateStoredSealingKey, openerOfJwk } from '#lib/base/platform/sealing.ts';
import { signCard, type Campaign } from '#lib/campaigns/card.ts';
import { LocalDatabase } from '#lib/local/database.ts';
import { noteReached } from '#lib/local/reachability.ts';
import { signInstallation, signOrganisation } from '#lib/trust/installation.ts';
import { chainOf } from '../chain.ts';
import type { OutgoingEvent } from '../outgoing-event.ts';
import { makePack, readPack } from '../parcel-pack.ts';
import { openParcel, readEnvelope } from '../parcel.ts';
import { signReceipt } from '../receipt.ts';
import { contentType, packFrames, readFrames, type Frame } from '../wire.ts';
import { loadsCarried, takePack } from './carried.ts';
import { flush } from './flush.ts';
import { packCarried, packOwn, packReceipts, waitingToHandOver } from './hand-over.ts';
import { deliveryOf, outboxRow } from './outbox.ts';

const organisation = '0011223344556677';
const campaign: Campaign = {
  ...{ version: 1, organisation, campaign: '01020304', code: 'ABCDEFGH2' },
  ...{ title: { fr: 'Bilan', en: 'Check' }, purpose: { fr: 'Aider', en: 'Help' }, asks: 'levels' },
  ...{ policy: 'diagnostic', bundle: 'socle', joinSecret: 'A'.repeat(22), retentionMonths: 6 },
  ...{ opensAt: 0, expiresAt: 4e12 },
};
const events: OutgoingEvent[] = [
  {
    ...{ type: 'consent.given', campaign: '01020304', scope: 'levels', textHash: 'B'.repeat(43) },
    ...{ nickname: 'Lina', avatar: 'fox', day: '2026-03-02' },
  },
  { type: 'attempt.started', policy: 'diagnostic', bundle: 'socle', revision: 1, engine: 1, grader: 1 },
  { type: 'attempt.completed', levels: [['1', 2, 1, 3, 40]], isHelped: false },
];

let keys: { root: StoredKeyPair; signing: StoredKeyPair; receipt: StoredKeyPair; sealing: StoredKeyPair };
let telephone: LocalDatabase;
let tablet: LocalDatabase;
/** The parcels that the server took, by their digest, and how often each came. */
let received: Map<string, number>;
let answer: (parcel: Uint8Array) => Promise<Frame>;
let count = 0;

beforeEach(async () => {
  const key = generateStoredSigningKey;
  keys = {
    ...{ root: await key(), signing: await key(), receipt: await key() },
    sealing: await generateStoredSealingKey(),
  };
  const root = base64url(keys.root.publicKey);
  const byRoot = await signerOfJwk(keys.root.privateJwk);
  const installation = await signInstallation({ version: 1, root, name: 'J', publishers: [root] }, byRoot);
  const certificate = await signOrganisation(
    {
      ...{ version: 1, organisation, name: 'EPN', endpoint: 'https://jalon.example' },
      signingKey: base64url(keys.signing.publicKey),
      sealingKey: base64url(keys.sealing.publicKey),
      receiptKey: base64url(keys.receipt.publicKey),
    },
    byRoot,
  );
  const card = await signCard(campaign, certificate, await signerOfJwk(keys.signing.privateJwk));
  count += 1;
  telephone = new LocalDatabase(`telephone-${count}`);
  tablet = new LocalDatabase(`tablet-${count}`);
  for (const each of [telephone, tablet]) await each.kept.put({ name: 'installation', value: installation });
  await telephone.cards.put({ organisation, campaign: campaign.campaign, code: campaign.code, text: card });
  await telephone.outbox.put({ ...(await outboxRow(telephone, campaign, events, 1)), id: 'first' });
  received = new Map();
  answer = receiptFor;
  vi.stubGlobal('fetch', server);
});
afterEach(() => {
  vi.unstubAllGlobals();
  noteReached(false);
  telephone.close();
  tablet.close();
});

const server = async (address: string, request?: RequestInit): Promise<Response> => {
  if (address.endsWith('/api/health')) return Response.json({ status: 'ok' });
  expect(address).toBe('https://jalon.example/api/sync');
  const answers: Frame[] = [];
  for (const frame of readFrames(request?.body as unknown as Uint8Array) ?? []) {
    if (frame.type === 'parcel') answers.push(await answer(frame.bytes));
  }
  return new Response(packFrames(answers), { headers: { 'content-type': contentType } });
};

/** What a server does with a parcel that follows: opens it, takes it, signs. */
async function receiptFor(bytes: Uint8Array): Promise<Frame> {
  const name = hex(await digest(bytes));
  received.set(name, (received.get(name) ?? 0) + 1);
  return { type: 'receipt', bytes: await signed(bytes, keys.receipt) };
}

async function signed(bytes: Uint8Array, key: StoredKeyPair): Promise<Uint8Array> {
  const envelope = readEnvelope(bytes)!;
  const content = (await openParcel(envelope, await openerOfJwk(keys.sealing.privateJwk)))!;
  const head = hex((await chainOf(content.previous, content.events, digest)).at(-1)!);
  const upto = content.from + content.events.length - 1;
  const { device } = envelope;
  const receipt = { organisation, device, epoch: content.epoch, upto, head, serverEpoch: 1, serverTime: 5 };
  return signReceipt(receipt, await signerOfJwk(key.privateJwk));
}

const delivery = async (): Promise<string> => deliveryOf((await telephone.outbox.get('first'))!);

test('[SY-31] to hand over gives the very parcels that the network would take; an entry has left then, and is not received', async () => {
  expect(await waitingToHandOver(telephone)).toEqual({ count: 1, names: ['EPN'] });
  expect(await delivery()).toBe('waiting');
  const packed = await packOwn(telephone);
  expect(packed).toMatchObject({ parcels: 1, receipts: 0 });
  expect(await delivery()).toBe('left');
  const [parcel] = await telephone.parcels.toArray();
  const pack = await readPack(packed.file, digest);
  expect(pack).toMatchObject({ value: { parcels: [parcel?.bytes] } });
  expect(await packOwn(telephone)).toEqual(packed);
  expect(await flush(telephone)).toBe('empty');
  expect([...received.keys()]).toEqual([hex(await digest(parcel!.bytes))]);
  expect(await delivery()).toBe('received');
  expect(await packOwn(telephone)).toMatchObject({ parcels: 0 });
});

test('[SY-32] what is carried is kept once, passed on at the next network, and its receipt moves the cursor at home', async () => {
  const { file } = await packOwn(telephone);
  expect(await takePack(tablet, file)).toMatchObject({ value: { fresh: 1, known: 0, own: 0 } });
  expect(await takePack(tablet, file)).toMatchObject({ value: { fresh: 0, known: 1 } });
  const load = { organisation, name: 'EPN' };
  expect(await loadsCarried(tablet)).toEqual([{ ...load, waiting: 1, refused: 0, receipts: 0 }]);
  expect(await flush(tablet)).toBe('empty');
  expect([...received.values()]).toEqual([1]);
  expect(await loadsCarried(tablet)).toEqual([{ ...load, waiting: 0, refused: 0, receipts: 1 }]);

  const back = await packReceipts(tablet);
  expect(back).toMatchObject({ parcels: 0, receipts: 1 });
  expect(await takePack(telephone, back.file)).toMatchObject({ value: { confirmed: 1, forOthers: 0 } });
  expect(await delivery()).toBe('received');
  expect(await takePack(telephone, back.file)).toMatchObject({ ok: true });
});

test('[SY-32] by pictures the same, where nothing but the parcel travels: the server of the application is asked', async () => {
  const { pictures } = await packOwn(telephone);
  expect(await takePack(tablet, pictures!)).toMatchObject({ value: { fresh: 1 } });
  expect(await loadsCarried(tablet)).toMatchObject([{ name: undefined, waiting: 1 }]);
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: string, request?: RequestInit) => {
    asked.push(address);
    return server(address.replace(/^\/api\/sync/, 'https://jalon.example/api/sync'), request);
  });
  expect(await flush(tablet)).toBe('empty');
  expect(asked.at(-1)).toBe('/api/sync');
  const back = await packReceipts(tablet);
  expect(await takePack(telephone, back.pictures!)).toMatchObject({ value: { confirmed: 1 } });
  expect(await delivery()).toBe('received');
});

test('[SY-33] by two roads at once each counts once, whichever comes first', async () => {
  const { file } = await packOwn(telephone);
  await takePack(tablet, file);
  expect(await Promise.all([flush(telephone), flush(tablet)])).toEqual(['empty', 'empty']);
  expect(await delivery()).toBe('received');
  const back = await packCarried(tablet);
  expect(await takePack(telephone, back.file)).toMatchObject({ value: { confirmed: 1 } });
  expect(await telephone.identities.toArray()).toMatchObject([{ headSeq: 4, acknowledged: 4 }]);
  expect(await takePack(telephone, file)).toMatchObject({ value: { own: 1, fresh: 0 } });
  expect(await telephone.carried.count()).toBe(0);
});

test('[SY-34] a receipt that the organisation did not sign moves nothing, and is kept by nobody', async () => {
  const { file } = await packOwn(telephone);
  const pack = await readPack(file, digest);
  if (!pack.ok) throw new Error(pack.reason);
  const { certificates, parcels } = pack.value;
  const forged = await signed(parcels[0]!, keys.signing);
  const lie = await makePack({ parcels: [], receipts: [forged], certificates }, digest);
  for (const device of [telephone, tablet])
    expect(await takePack(device, lie)).toEqual({ ok: false, reason: 'emptyPack' });
  expect(await delivery()).toBe('left');
  expect(await tablet.receipts.count()).toBe(0);
  // A certificate that another root signed counts as absent.
  await tablet.certificates.clear();
  const body = certificates[0]!.body.replace('EPN', 'APN');
  const other = { body, signature: certificates[0]!.signature };
  await takePack(tablet, await makePack({ parcels, receipts: [], certificates: [other] }, digest));
  expect(await loadsCarried(tablet)).toMatchObject([{ name: undefined, waiting: 1 }]);
});

test('[SY-35] what no network takes stays, what a server refuses is told and is sent again once it is brought again', async () => {
  const { file } = await packOwn(telephone);
  await takePack(tablet, file);
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>Wi-Fi</html>')));
  expect(await flush(tablet)).toBe('noNetwork');
  expect(await loadsCarried(tablet)).toMatchObject([{ waiting: 1 }]);
  vi.stubGlobal('fetch', server);
  answer = (bytes) => {
    const device = readEnvelope(bytes)!.device;
    return Promise.resolve({ type: 'refusal', refusal: { reason: 'notEnrolled', organisation, device } });
  };
  expect(await flush(tablet)).toBe('empty');
  expect(await loadsCarried(tablet)).toMatchObject([{ waiting: 0, refused: 1, receipts: 0 }]);
  answer = receiptFor;
  await flush(tablet);
  expect(received.size).toBe(0);
  await takePack(tablet, file);
  await flush(tablet);
  expect(received.size).toBe(1);
  expect(await loadsCarried(tablet)).toMatchObject([{ waiting: 0, refused: 0, receipts: 1 }]);
});
