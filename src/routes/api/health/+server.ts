import type { RequestHandler } from './$types';

/** Answers while the process lives; whether it can work is `/api/ready`'s to say. */
export const GET: RequestHandler = () =>
  Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
