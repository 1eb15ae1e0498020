import { fail } from '@sveltejs/kit';
import { base64url } from '#lib/base/bytes.ts';
import { requireStaff } from '#lib/server/authorisation.ts';
import { ingestPack } from '#lib/sync/server/ingest-pack.ts';
import { largestPackFile, packIn } from '#lib/sync/parcel-pack.ts';
import { formOf } from '../../form-text.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async (event) => {
  await requireStaff(event, event.params.organisation);
};

export const actions: Actions = {
  default: async (event) => {
    await requireStaff(event, event.params.organisation);
    const { installation } = event.locals;
    const file = (await formOf(event.request)).get('file');
    if (!(file instanceof File) || file.size === 0) return fail(400, { reason: 'noFile' as const });
    if (file.size > largestPackFile) return fail(413, { reason: 'tooLarge' as const });
    const bytes = packIn(new Uint8Array(await file.arrayBuffer()));
    const taken = await ingestPack(installation.database, bytes, Date.now());
    if (!taken.ok) return fail(400, { reason: taken.reason });
    installation.projection.wake();
    const { receipts, ...counts } = taken.value;
    return { taken: counts, receipts: receipts && base64url(receipts) };
  },
};
