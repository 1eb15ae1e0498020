import type { RequestHandler } from './$types';

/** Answers once the database does. */
export const GET: RequestHandler = async ({ locals }) => {
  await locals.installation.database.selectFrom('server_epoch').select('epoch').execute();
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
};
