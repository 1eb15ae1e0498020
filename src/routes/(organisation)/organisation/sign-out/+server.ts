import { redirect } from '@sveltejs/kit';
import { keepCookies } from '../staff-cookies.ts';
import type { RequestHandler } from './$types.d.ts';

export const POST: RequestHandler = async ({ cookies, locals, request }) => {
  keepCookies(cookies, await locals.installation.accounts.signOut(request.headers));
  redirect(303, '/organisation/sign-in');
};
