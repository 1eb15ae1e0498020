import { staffLocale } from '#lib/i18n/server/staff-locale.ts';
import type { LayoutServerLoad } from './$types.d.ts';

// Made anew for each request: nothing of an organisation is ever built in or kept by a browser.
export const prerender = false;
export const ssr = true;

export const load: LayoutServerLoad = (event) => ({ locale: staffLocale(event) });
