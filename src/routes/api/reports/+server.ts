import type { RequestHandler } from './$types';
import { textOf } from '#lib/base/bytes.ts';
import type { AnswerRefusal } from '#lib/reports/answer.ts';
import { largestReport } from '#lib/reports/report.ts';
import { takeReport } from '#lib/reports/server/report-store.ts';
import { bodyUpTo, unread } from '#lib/server/request-body.ts';

const statuses: Readonly<Record<AnswerRefusal, number>> = {
  notAReport: 400,
  newerReport: 400,
  tooLarge: 413,
  tooMany: 429,
  full: 503,
};

/** Takes one report in, and says so. Nothing of the request but its body is kept. */
export const POST: RequestHandler = async ({ request, locals, getClientAddress }) => {
  const { installation } = locals;
  const now = Date.now();
  if (!installation.reportLimit.admits(getClientAddress(), now)) return unread(request, 429, 'tooMany');
  // A form of another site cannot send this type without being asked first.
  if (!(request.headers.get('content-type') ?? '').startsWith('application/json'))
    return unread(request, 415, 'wrongContentType');
  const body = await bodyUpTo(request, largestReport);
  if (body === undefined) return unread(request, 413, 'tooLarge');
  const answer = await takeReport(installation.database, textOf(body), now);
  return Response.json(answer, { status: 'reason' in answer ? statuses[answer.reason] : 200 });
};
