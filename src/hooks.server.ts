import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { strictHeaders } from '#lib/server/headers.ts';
import { openInstallation, type Installation } from '#lib/server/installation.ts';
import { settingsOf } from '#lib/server/settings.ts';
import { staffLocale } from '#lib/i18n/server/staff-locale.ts';

let installation: Installation | undefined;

/** Opens the database before the first request; a server that cannot keep what it is given does not start. */
export const init: ServerInit = async () => {
  if (building) return;
  const settings = settingsOf(process.env, process.cwd());
  if (!settings.ok) throw new Error(settings.detail);
  const opened = await openInstallation(settings.value);
  if (!opened.ok) throw new Error(`${opened.reason}: ${opened.detail ?? ''}`);
  installation = opened.value;
  process.once('sveltekit:shutdown', () => void installation?.close());
};

export const handle: Handle = async ({ event, resolve }) => {
  if (installation !== undefined) event.locals.installation = installation;
  const isStaff = event.route.id?.startsWith('/(organisation)') ?? false;
  const response = await resolve(
    event,
    isStaff
      ? {
          transformPageChunk: ({ html }) =>
            html.replace('<html lang="fr">', `<html lang="${staffLocale(event)}">`),
        }
      : {},
  );
  for (const [name, value] of Object.entries(strictHeaders(event.url.protocol === 'https:'))) {
    response.headers.set(name, value);
  }
  // A shared computer keeps no copy of what an organisation sees.
  if (isStaff) response.headers.set('cache-control', 'no-store');
  return response;
};

/** Says where a fault came from, and never what it was about: a message may quote what a person sent. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
  if (status === 404) return { message };
  const id = randomUUID().slice(0, 8);
  const name = error instanceof Error ? error.name : typeof error;
  const frames =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  console.error(
    [`fault ${id}: ${name} in ${event.route.id ?? 'no route'}`, ...frames.slice(0, 8)].join('\n'),
  );
  return { message, id };
};
