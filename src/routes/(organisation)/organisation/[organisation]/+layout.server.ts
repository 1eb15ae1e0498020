import { requireStaff } from '#lib/server/authorisation.ts';
import type { LayoutServerLoad } from './$types.d.ts';

export const load: LayoutServerLoad = async (event) => {
  const { userName, organisation, organisationName, role } = await requireStaff(
    event,
    event.params.organisation,
  );
  return { member: { userName, organisation, organisationName, isManager: role === 'manager' } };
};
