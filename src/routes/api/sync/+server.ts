import type { RequestHandler } from './$types';
import { bodyUpTo, unread } from '#lib/server/request-body.ts';
import { ingest } from '#lib/sync/server/ingest.ts';
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
  const answers: Frame[] = [];
  let isTaken = false;
  for (const frame of frames) {
    if (frame.type !== 'parcel') continue;
    const ingested = await ingest(installation.database, frame.bytes, Date.now());
    installation.metrics.count('jalon_parcels_total', 1, ingested.type);
    if (ingested.type === 'receipt') installation.metrics.count('jalon_events_total', ingested.events);
    if (ingested.type === 'refusal')
      installation.metrics.count('jalon_refusals_total', 1, ingested.refusal.reason);
    if (ingested.type === 'refusal') answers.push({ type: 'refusal', refusal: ingested.refusal });
    else isTaken = true;
    if (ingested.type === 'receipt') replaceReceipt(answers, [ingested.bytes, ...ingested.older]);
  }
  installation.projection.wake();
  const status = isTaken ? 200 : statusOf(answers);
  return new Response(packFrames(answers), { status, headers: { 'content-type': contentType } });
};

// One receipt a device, by each key, says all: the later one covers more.
function replaceReceipt(answers: Frame[], receipts: readonly Uint8Array[]): void {
  const writerIn = (bytes: Uint8Array | undefined): string => bytes?.subarray(3, 27).join() ?? '';
  const earlier = answers.filter(
    (frame) => frame.type === 'receipt' && writerIn(frame.bytes) === writerIn(receipts[0]),
  );
  for (const frame of earlier) answers.splice(answers.indexOf(frame), 1);
  answers.push(...receipts.map((bytes): Frame => ({ type: 'receipt', bytes })));
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
