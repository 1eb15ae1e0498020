import type { RequestHandler } from './$types';
import { bodyUpTo, unread } from '#lib/server/request-body.ts';
import type { Metrics } from '#lib/server/metrics.ts';
import type { Ingested } from '#lib/sync/server/ingest.ts';
import { readEnvelope } from '#lib/sync/parcel.ts';
import type { RateLimit } from '#lib/server/rate-limit.ts';
import { takeIn } from '#lib/sync/server/take-in.ts';
import { contentType, largestBody, packFrames, readFrames, type Frame } from '#lib/sync/wire.ts';

/** Takes parcels in and answers with receipts and refusals; 200 when at least one parcel was received or kept. */
export const POST: RequestHandler = async ({ request, locals, getClientAddress }) => {
  const { installation } = locals;
  if (!installation.syncLimit.admits(getClientAddress(), Date.now())) return unread(request, 429, 'tooMany');
  if (!(request.headers.get('content-type') ?? '').startsWith(contentType)) {
    return unread(request, 415, 'wrongContentType');
  }
  const body = await bodyUpTo(request, largestBody);
  if (body === undefined) return unread(request, 413, 'tooLarge');
  const frames = readFrames(body);
  if (frames === undefined || frames.length === 0 || frames.some((frame) => frame.type !== 'parcel')) {
    return Response.json({ reason: 'notParcels' }, { status: 400 });
  }
  const parcels = frames.flatMap((frame) => (frame.type === 'parcel' ? [frame.bytes] : []));
  const now = Date.now();
  if (parcels.some((bytes) => isFlooding(installation.deviceLimit, bytes, now)))
    return unread(request, 429, 'tooMany');
  const { answers, outcomes } = await takeIn(installation.database, parcels, now);
  for (const outcome of outcomes) {
    tell(installation.metrics, outcome);
    // Only what its own key signed, and is new, counts for a device: nobody uses its places up by sending for it.
    if (outcome.type === 'receipt' && outcome.events > 0)
      installation.deviceLimit.admits(outcome.organisation + outcome.device, now);
  }
  installation.projection.wake();
  const isTaken = outcomes.some(({ type }) => type !== 'refusal');
  const status = isTaken ? 200 : statusOf(answers);
  const packed = packFrames(answers);
  // With its length, the answer takes one write, and no marks of chunks.
  const headers = { 'content-type': contentType, 'content-length': `${packed.length}` };
  return new Response(packed, { status, headers });
};

function isFlooding(limit: RateLimit, bytes: Uint8Array, now: number): boolean {
  const envelope = readEnvelope(bytes);
  return envelope !== undefined && limit.isFull(envelope.organisation + envelope.device, now);
}

function tell(metrics: Metrics, outcome: Ingested): void {
  metrics.count('jalon_parcels_total', 1, outcome.type);
  if (outcome.type === 'receipt') metrics.count('jalon_events_total', outcome.events);
  if (outcome.type === 'refusal') metrics.count('jalon_refusals_total', 1, outcome.refusal.reason);
}

function statusOf(answers: readonly Frame[]): number {
  const first = answers.find((frame) => frame.type === 'refusal');
  if (first?.type !== 'refusal') return 400;
  switch (first.refusal.reason) {
    case 'unknownOrganisation':
      return 404;
    case 'notEnrolled':
    case 'wrongSignature':
      return 403;
    case 'brokenChain':
    case 'forked':
      return 409;
    default:
      return 400;
  }
}
