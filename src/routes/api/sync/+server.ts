import type { RequestHandler } from './$types';
import { ingest } from '#lib/sync/server/ingest.ts';
import { contentType, largestBody, packFrames, readFrames, type Frame } from '#lib/sync/wire.ts';

/** Takes parcels in and answers with receipts and refusals; 200 when at least one parcel was received or kept. */
export const POST: RequestHandler = async ({ request, locals, getClientAddress }) => {
  const { installation } = locals;
  if (!installation.syncLimit.admits(getClientAddress(), Date.now())) return unread(request, 429, 'tooMany');
  if (!(request.headers.get('content-type') ?? '').startsWith(contentType)) {
    return unread(request, 415, 'wrongContentType');
  }
  const announced = Number(request.headers.get('content-length') ?? 0);
  // A connection that breaks off brought no parcels: that is no fault of this server.
  const broken = (): Uint8Array => new Uint8Array(0);
  const body = announced > largestBody ? undefined : await readUpTo(request, largestBody).catch(broken);
  if (body === undefined) return unread(request, 413, 'tooLarge');
  const frames = readFrames(body);
  if (frames === undefined || frames.length === 0 || frames.some((frame) => frame.type !== 'parcel')) {
    return reason(400, 'notParcels');
  }
  const answers: Frame[] = [];
  let isTaken = false;
  for (const frame of frames) {
    if (frame.type !== 'parcel') continue;
    const ingested = await ingest(installation.database, frame.bytes, Date.now());
    if (ingested.type === 'refusal') answers.push({ type: 'refusal', refusal: ingested.refusal });
    else isTaken = true;
    if (ingested.type === 'receipt') replaceReceipt(answers, ingested.bytes);
  }
  installation.projection.wake();
  const status = isTaken ? 200 : statusOf(answers);
  return new Response(packFrames(answers), { status, headers: { 'content-type': contentType } });
};

// One receipt a device says all: the later one covers more.
function replaceReceipt(answers: Frame[], bytes: Uint8Array): void {
  const writer = bytes.subarray(3, 27).join();
  const at = answers.findIndex(
    (frame) => frame.type === 'receipt' && frame.bytes.subarray(3, 27).join() === writer,
  );
  if (at >= 0) answers.splice(at, 1);
  answers.push({ type: 'receipt', bytes });
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

async function readUpTo(request: Request, limit: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  if (request.body === null) return new Uint8Array(0);
  for (const reader = request.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      reader.releaseLock();
      return undefined;
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function reason(status: number, why: string): Response {
  return Response.json({ reason: why }, { status });
}

// Answers at once. What still comes is thrown away as it comes: left unread it would hold up the connection, which other
// requests share behind a proxy, and cancelled it would cut the connection before the answer arrives.
function unread(request: Request, status: number, why: string): Response {
  void request.body?.pipeTo(new WritableStream()).catch(() => undefined);
  return reason(status, why);
}
