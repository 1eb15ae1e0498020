import type { RequestHandler } from './$types';
import { mayReadMetrics } from '#lib/server/metrics-access.ts';
import { projectionLag } from '#lib/sync/server/projection.ts';

/** What the server counts of its own work, for Prometheus. */
export const GET: RequestHandler = async ({ request, locals, getClientAddress }) => {
  const { database, metrics, settings } = locals.installation;
  if (!mayReadMetrics(request.headers, getClientAddress(), settings)) {
    return Response.json({ reason: 'needsToken' }, { status: 403 });
  }
  const server = await database.selectFrom('server_epoch').select('epoch').executeTakeFirst();
  const text = metrics.text({
    jalon_projection_lag_events: await projectionLag(database),
    jalon_server_epoch: server?.epoch ?? 1,
  });
  return new Response(text, {
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
  });
};
