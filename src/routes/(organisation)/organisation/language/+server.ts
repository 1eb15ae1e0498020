import { redirect } from '@sveltejs/kit';
import { localeOf } from '#lib/i18n/locale.ts';
import { localeCookie } from '#lib/i18n/server/staff-locale.ts';
import { safeNext } from '#lib/server/authorisation.ts';
import { formOf, typedIn } from '../form-text.ts';
import type { RequestHandler } from './$types.d.ts';

const YEAR_SECONDS = 365 * 24 * 3600;

export const POST: RequestHandler = async ({ cookies, request, url }) => {
  const form = await formOf(request);
  cookies.set(localeCookie, localeOf(typedIn(form, 'locale')), {
    path: '/organisation',
    maxAge: YEAR_SECONDS,
    secure: url.protocol === 'https:',
  });
  redirect(303, safeNext(typedIn(form, 'next')));
};
