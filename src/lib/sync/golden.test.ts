import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bytesOfBase64url, hex } from '#lib/base/bytes.ts';
import { digest, verify } from '#lib/base/platform/crypto.ts';
import { openerOfJwk } from '#lib/base/platform/sealing.ts';
import { openCard, type Campaign } from '#lib/campaigns/card.ts';
import { openInstallation } from '#lib/trust/installation.ts';
import type { Signed } from '#lib/base/signed.ts';
import { chainOf, chainStart, type Writer } from './chain.ts';
import type { OutgoingEvent } from './outgoing-event.ts';
import { isSignedBy, openParcel, readEnvelope } from './parcel.ts';
import { openReceipt, type Receipt } from './receipt.ts';

interface Golden {
  readonly root: string;
  readonly installation: Signed;
  readonly card: string;
  readonly campaign: Campaign;
  readonly parcel: string;
  readonly sealingPrivateJwk: JsonWebKey;
  readonly devicePublicKey: string;
  readonly writer: Writer;
  readonly events: readonly OutgoingEvent[];
  readonly head: string;
  readonly receipt: Receipt;
  readonly receiptBytes: string;
  readonly receiptPublicKey: string;
}

const golden = JSON.parse(readFileSync('tests/golden/wire-1.json', 'utf8')) as Golden;
const bytes = (text: string): Uint8Array => bytesOfBase64url(text) as Uint8Array;

test('[SY-22] what version 1 wrote is read for ever: parcel, chain, receipt, card, installation', async () => {
  const envelope = readEnvelope(bytes(golden.parcel));
  expect(envelope).toBeDefined();
  if (envelope === undefined) return;
  expect(await isSignedBy(envelope, bytes(golden.devicePublicKey), verify)).toBe(true);
  const content = await openParcel(envelope, await openerOfJwk(golden.sealingPrivateJwk));
  expect(content).toMatchObject({ epoch: 1, from: 1, events: golden.events });
  const hashes = await chainOf(await chainStart(golden.writer, digest), golden.events, digest);
  expect(hex(hashes.at(-1) as Uint8Array)).toBe(golden.head);
  expect(await openReceipt(bytes(golden.receiptBytes), bytes(golden.receiptPublicKey), verify)).toEqual(
    golden.receipt,
  );
  expect(await openCard(golden.card, golden.root, {}, verify)).toMatchObject({
    value: { campaign: golden.campaign },
  });
  expect(await openInstallation(golden.installation, golden.root, verify)).toMatchObject({ ok: true });
});
