import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { signInstallation } from '#lib/trust/installation.ts';
import { staffLocale } from '#lib/i18n/server/staff-locale.ts';
import { backgroundTask } from '#lib/server/background-task.ts';
import { eraseOldReports } from '#lib/reports/server/report-store.ts';
import { keepErasures } from '#lib/server/erasures.ts';
import { faultLine } from '#lib/server/fault-line.ts';
import { strictHeaders } from '#lib/server/headers.ts';
import { openInstallation } from '#lib/server/installation.ts';
import { newMetrics } from '#lib/server/metrics.ts';
import { rateLimit } from '#lib/server/rate-limit.ts';
import { requestLine } from '#lib/server/request-line.ts';
import { settingsOf } from '#lib/server/settings.ts';
import { Turns } from '#lib/server/turns.ts';
import { verifierOf } from '#lib/sync/server/verifier.ts';
import { projectParticipations } from '#lib/sync/server/projection.ts';
import { forgetHeld } from '#lib/sync/server/held-parcels.ts';
import { eraseExpired } from '#lib/sync/server/retention.ts';

const dayMs = 24 * 3_600_000;

const turns = new Turns();

let installation: App.Locals['installation'] | undefined;

/** Opens the database before the first request; a server that cannot keep what it is given does not start. */
export const init: ServerInit = async () => {
  if (building) return;
  const settings = settingsOf(process.env, process.cwd());
  if (!settings.ok) throw new Error(settings.detail);
  const opened = await openInstallation(settings.value);
  if (!opened.ok) throw new Error(`${opened.reason}: ${opened.detail ?? ''}`);
  const { database, keys, close } = opened.value;
  const verifier = verifierOf(settings.value.dataDirectory);
  const projection = backgroundTask(
    async () => {
      await projectParticipations(database, verifier, undefined, () => turns.calm());
      await eraseExpired(database, Date.now());
      await forgetHeld(database, Date.now());
      await keepErasures(database, settings.value.dataDirectory, Date.now());
      await eraseOldReports(database, Date.now());
    },
    (error) => console.error(faultLine(error, 'the projection of participations')),
  );
  const root = keys.root.publicKey;
  const publishers = [keys.publisher.publicKey];
  installation = {
    ...opened.value,
    description: await signInstallation({ version: 1, root, name: 'Jalon', publishers }, keys.root.sign),
    projection,
    metrics: newMetrics(),
    codeLimit: rateLimit(30, 60_000),
    // A room of people behind one address sends a few times each; a flood does not pass.
    syncLimit: rateLimit(600, 60_000),
    // Parcels with something new, of one device: an afternoon's are a few dozen.
    deviceLimit: rateLimit(240, 60_000),
    reportLimit: rateLimit(120, 60_000),
  };
  // What was received just before the last stop may not be projected yet.
  projection.wake();
  // What was promised to be erased is erased on its day, even when nothing arrives.
  setInterval(() => projection.wake(), dayMs).unref();
  process.once('sveltekit:shutdown', async () => {
    await projection.stop();
    await close();
  });
};

export const handle: Handle = async ({ event, resolve }) => {
  if (installation !== undefined) event.locals.installation = installation;
  const started = performance.now();
  const isStaff = event.route.id?.startsWith('/(organisation)') ?? false;
  const inItsLanguage = (html: string): string =>
    html.replace('<html lang="fr">', `<html lang="${staffLocale(event)}">`);
  const response = await turns.first(async () =>
    resolve(event, isStaff ? { transformPageChunk: ({ html }) => inItsLanguage(html) } : {}),
  );
  for (const [name, value] of Object.entries(
    strictHeaders(event.url.pathname, event.url.protocol === 'https:'),
  )) {
    response.headers.set(name, value);
  }
  // A shared computer keeps no copy of what an organisation sees.
  if (isStaff) response.headers.set('cache-control', 'no-store');
  tell(event.request.method, event.route.id ?? 'none', response.status, performance.now() - started);
  return response;
};

function tell(method: string, route: string, status: number, ms: number): void {
  if (installation === undefined) return;
  installation.metrics.request(route, status, ms / 1000);
  const { log } = installation.settings;
  if (log !== undefined) console.log(requestLine(log, { at: Date.now(), method, route, status, ms }));
}

export const handleError: HandleServerError = ({ error, event, status, message }) => {
  if (status === 404) return { message };
  const id = randomUUID().slice(0, 8);
  const fault = faultLine(error, event.route.id ?? 'no route');
  const isJson = installation?.settings.log === 'json';
  console.error(
    isJson
      ? JSON.stringify({ at: new Date().toISOString(), fault: id, where: fault })
      : `fault ${id}: ${fault}`,
  );
  return { message, id };
};
