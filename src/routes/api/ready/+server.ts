import type { RequestHandler } from './$types';
import { durabilityOf } from '#lib/server/durability.ts';

/** Whether requests may be sent here: the database answers, and keeps what it is given. Why not is in the server's log. */
export const GET: RequestHandler = async ({ locals }) => {
  const headers = { 'cache-control': 'no-store' };
  try {
    const durable = await durabilityOf(locals.installation.database);
    if (durable.ok) return Response.json({ status: 'ready' }, { headers });
    return Response.json({ status: durable.reason }, { status: 503, headers });
  } catch {
    return Response.json({ status: 'noDatabase' }, { status: 503, headers });
  }
};
