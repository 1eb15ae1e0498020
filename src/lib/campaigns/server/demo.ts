import { base64url } from '#lib/base/bytes.ts';
import { randomBytes } from '#lib/base/platform/crypto.ts';
import type { Installation } from '#lib/server/installation.ts';
import { createCampaign, type CampaignDraft } from './campaign-store.ts';
import { createOrganisation } from './organisation-store.ts';

export const demoEmail = 'animation@valbruyere.example';
const demoOrganisation = 'EPN de Valbruyère';
const YEAR_MS = 365 * 24 * 3_600_000;

const drafts: readonly Omit<CampaignDraft, 'expiresAt'>[] = [
  {
    title: { fr: 'Bilan de rentrée', en: 'Autumn check-up' },
    purpose: {
      fr: 'Vous proposer un atelier à votre niveau.',
      en: 'To suggest a workshop at your level.',
    },
    asks: 'levels',
    policy: 'diagnostic',
    bundle: 'socle',
    retentionMonths: 12,
  },
  {
    title: { fr: 'Préparer les ateliers du jeudi', en: 'Preparing the Thursday workshops' },
    purpose: {
      fr: 'Choisir les exercices du jeudi, avec vos réponses, pour travailler ce qui vous manque.',
      en: 'To choose the Thursday exercises, from your answers, and work on what you need.',
    },
    asks: 'answers',
    policy: 'diagnostic',
    bundle: 'socle',
    retentionMonths: 6,
  },
];

/** The account of the demonstration, with its password in clear for the only time. */
export interface DemoAccount {
  readonly email: string;
  readonly password: string;
}

/**
 * Loads « EPN de Valbruyère », its two campaigns and its account where no organisation is yet; undefined, and nothing
 * done, where there is one. A start that was cut short is taken up again. `password` replaces the drawn one.
 */
export async function loadDemo(
  { database, keys, accounts }: Installation,
  now: number,
  password: string = base64url(randomBytes(12)),
): Promise<DemoAccount | undefined> {
  const done = await database.selectFrom('membership').select('user_id').executeTakeFirst();
  if (done !== undefined) return undefined;
  const userId = await accounts.provide(demoEmail, 'Animation numérique', password);
  const known = await database.selectFrom('organisation').select('organisation').executeTakeFirst();
  const organisation =
    known?.organisation ?? (await createOrganisation(database, demoOrganisation, keys.root.sign, now));
  const campaigns = await database.selectFrom('campaign').select('title_fr').execute();
  for (const draft of drafts) {
    if (campaigns.some(({ title_fr }) => title_fr === draft.title.fr)) continue;
    await createCampaign(database, organisation, { ...draft, expiresAt: now + YEAR_MS }, now);
  }
  // Last, so that an unfinished load is seen as one.
  await database
    .insertInto('membership')
    .values({ organisation, user_id: userId, role: 'manager' })
    .execute();
  return { email: demoEmail, password };
}
