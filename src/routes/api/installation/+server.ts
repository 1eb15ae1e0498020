import type { RequestHandler } from './$types';

/** What this installation says of itself, signed by its root key; devices pin it at their first visit. */
export const GET: RequestHandler = ({ locals }) =>
  Response.json(locals.installation.description, { headers: { 'cache-control': 'no-cache' } });
