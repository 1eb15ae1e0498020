import { hex } from '#lib/base/bytes.ts';
import { digest, generateStoredSigningKey, signerOfJwk } from '#lib/base/platform/crypto.ts';
import type { Open } from '#lib/base/ports.ts';
import { chainOf } from '#lib/sync/chain.ts';
import { openParcel, readEnvelope } from '#lib/sync/parcel.ts';
import { signReceipt } from '#lib/sync/receipt.ts';
import { contentType, packFrames, readFrames, type Frame } from '#lib/sync/wire.ts';

/** The answer of one who knows all but the key of receipts: perfect receipts, for parcels that nobody took in, by another key. */
export async function forgedAnswer(body: Uint8Array, open: Open): Promise<Response> {
  const sign = await signerOfJwk((await generateStoredSigningKey()).privateJwk);
  const receipts: Frame[] = [];
  for (const { bytes } of (readFrames(body) ?? []).filter((frame) => frame.type === 'parcel')) {
    const envelope = readEnvelope(bytes);
    const content = envelope && (await openParcel(envelope, open));
    const head = content && (await chainOf(content.previous, content.events, digest)).at(-1);
    if (envelope === undefined || content === undefined || head === undefined) continue;
    const { organisation, device } = envelope;
    const upto = content.from + content.events.length - 1;
    const receipt = { organisation, device, epoch: content.epoch, upto, head: hex(head), serverEpoch: 1 };
    receipts.push({ type: 'receipt', bytes: await signReceipt({ ...receipt, serverTime: 5 }, sign) });
  }
  return new Response(packFrames(receipts), { headers: { 'content-type': contentType } });
}
