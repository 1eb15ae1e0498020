import { error, redirect } from '@sveltejs/kit';
import { requireMemberships } from '#lib/server/authorisation.ts';
import type { PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async (event) => {
  const memberships = await requireMemberships(event);
  const [first, second] = memberships;
  if (first === undefined) error(403);
  if (second === undefined) redirect(303, `/organisation/${first.organisation}`);
  return { memberships, member: { userName: first.userName } };
};
