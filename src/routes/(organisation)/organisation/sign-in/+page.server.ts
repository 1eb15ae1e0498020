import { fail, redirect } from '@sveltejs/kit';
import { safeNext } from '#lib/server/authorisation.ts';
import { formOf, typedIn } from '../form-text.ts';
import { keepCookies } from '../staff-cookies.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, request, url }) => {
  const user = await locals.installation.accounts.userOf(request.headers);
  if (user !== undefined) redirect(303, safeNext(url.searchParams.get('next')));
};

export const actions: Actions = {
  default: async ({ cookies, getClientAddress, locals, request, url }) => {
    const form = await formOf(request);
    const email = typedIn(form, 'email').trim();
    const password = typedIn(form, 'password');
    const signedIn = await locals.installation.accounts.signIn(email, password, getClientAddress());
    if (!signedIn.ok)
      return fail(signedIn.reason === 'tooManyTries' ? 429 : 400, { email, reason: signedIn.reason });
    keepCookies(cookies, signedIn.value);
    redirect(303, safeNext(url.searchParams.get('next')));
  },
};
