import { fail, redirect } from '@sveltejs/kit';
import { createCampaign } from '#lib/campaigns/server/campaign-store.ts';
import { requireStaff } from '#lib/server/authorisation.ts';
import { draftOf, lengths, retentions } from './campaign-form.ts';
import { formOf } from '../../form-text.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async (event) => {
  await requireStaff(event, event.params.organisation, 'manager');
  return { retentions, lengths };
};

export const actions: Actions = {
  default: async (event) => {
    const { organisation } = await requireStaff(event, event.params.organisation, 'manager');
    const form = await formOf(event.request);
    const now = Date.now();
    const draft = draftOf(form, now);
    if (!draft.ok) {
      const typed: Record<string, string> = {};
      for (const [name, value] of form) if (typeof value === 'string') typed[name] = value;
      return fail(400, { faults: draft.faults ?? {}, typed });
    }
    const { campaign } = await createCampaign(
      event.locals.installation.database,
      organisation,
      draft.value,
      now,
    );
    redirect(303, `/organisation/${organisation}/campaigns/${campaign}`);
  },
};
