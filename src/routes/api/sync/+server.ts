import type { RequestHandler } from './$types';
import { bodyUpTo, unread } from '#lib/server/request-body.ts';
import { ingest } from '#lib/sync/server/ingest.ts';
import { LatestReceipts } from '#lib/sync/server/latest-receipts.ts';
import { contentType, largestBody, packFrames, readFrames, type ParcelRefusal } from '#lib/sync/wire.ts';

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
  const refusals: ParcelRefusal[] = [];
  const receipts = new LatestReceipts();
  let isTaken = false;
  for (const frame of frames) {
    if (frame.type !== 'parcel') continue;
    const ingested = await ingest(installation.database, frame.bytes, Date.now());
    installation.metrics.count('jalon_parcels_total', 1, ingested.type);
    isTaken ||= ingested.type !== 'refusal';
    if (ingested.type === 'refusal') {
      installation.metrics.count('jalon_refusals_total', 1, ingested.refusal.reason);
      refusals.push(ingested.refusal);
    }
    if (ingested.type === 'receipt') {
      installation.metrics.count('jalon_events_total', ingested.events);
      receipts.add(ingested);
    }
  }
  installation.projection.wake();
  const status = isTaken ? 200 : statusOf(refusals[0]);
  const answer = packFrames([
    ...refusals.map((refusal) => ({ type: 'refusal', refusal }) as const),
    ...receipts.all().map((bytes) => ({ type: 'receipt', bytes }) as const),
  ]);
  return new Response(answer, { status, headers: { 'content-type': contentType } });
};

function statusOf(first: ParcelRefusal | undefined): number {
  switch (first?.reason) {
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
