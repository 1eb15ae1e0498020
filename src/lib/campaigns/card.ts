import * as v from 'valibot';
import { base64url, bytesOfBase64url, textOf, utf8 } from '#lib/base/bytes.ts';
import { deflated, inflated } from '#lib/base/compression.ts';
import type { Sign, Verify } from '#lib/base/ports.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import { openDocument, signDocument, type Signed } from '#lib/base/signed.ts';
import {
  openOrganisation,
  organisationIdSchema,
  type OrganisationCertificate,
} from '#lib/trust/installation.ts';

const localised = v.object({
  fr: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  en: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
});

/** What a campaign asks for: a snapshot of levels, or the answers one by one. */
const scopes = ['levels', 'answers'] as const;

/** The policies a campaign may use. */
const campaignPolicies = ['diagnostic', 'competence'] as const;

const campaignSchema = v.object({
  version: v.literal(1),
  organisation: organisationIdSchema,
  /** 8 hexadecimal digits. */
  campaign: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/)),
  /** Nine characters that a person can type. */
  code: v.pipe(v.string(), v.regex(/^[A-Z0-9]{9}$/)),
  title: localised,
  purpose: localised,
  asks: v.picklist(scopes),
  policy: v.picklist(campaignPolicies),
  bundle: v.pipe(v.string(), v.maxLength(40)),
  /** Proves, when a device enrols, that it held the card (base64url of 16 bytes). */
  joinSecret: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)),
  retentionMonths: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120)),
  /** UTC milliseconds. */
  opensAt: v.pipe(v.number(), v.integer()),
  expiresAt: v.pipe(v.number(), v.integer()),
});
export type Campaign = v.InferOutput<typeof campaignSchema>;

/** A campaign with the organisation that vouches for it. */
export interface Card {
  readonly campaign: Campaign;
  readonly organisation: OrganisationCertificate;
}

export type CardRefusal = 'notACard' | 'newerCard' | 'forgedCard' | 'otherInstallation' | 'expiredCard';

/** The whole card as one text for a QR code, a link or a file: the campaign signed by the organisation, its keys signed by the root. */
export async function signCard(
  campaign: Campaign,
  certificate: Signed,
  signByOrganisation: Sign,
): Promise<string> {
  const signed = await signDocument('card', campaign, signByOrganisation);
  const parts = [signed.body, signed.signature, certificate.body, certificate.signature];
  return base64url(deflated(utf8(JSON.stringify(parts))));
}

const partsSchema = v.strictTuple([v.string(), v.string(), v.string(), v.string()]);
const largestCard = 8_192;

/**
 * Reads a card that came by any road, with no network. `root` is the installation's pinned key; `knownTimes` are the latest
 * times that each organisation's signed receipts proved: a device's own clock never refuses a card.
 */
export async function openCard(
  text: string,
  root: string,
  knownTimes: Readonly<Record<string, number>>,
  verify: Verify,
): Promise<Result<Card, CardRefusal>> {
  const parts = v.safeParse(partsSchema, unpacked(cardTextOf(text)));
  if (!parts.success) return refusal('notACard');
  const [body, signature, certificateBody, certificateSignature] = parts.output;
  const organisation = await openOrganisation(
    { body: certificateBody, signature: certificateSignature },
    root,
    verify,
  );
  if (organisation === undefined) return refusal('otherInstallation');
  const opened = await openDocument('card', { body, signature }, [organisation.signingKey], verify);
  if (opened === undefined) return refusal('forgedCard');
  const campaign = v.safeParse(campaignSchema, opened);
  if (!campaign.success) return refusal(isNewer(opened) ? 'newerCard' : 'notACard');
  if (campaign.output.organisation !== organisation.organisation) return refusal('forgedCard');
  if ((knownTimes[organisation.organisation] ?? 0) > campaign.output.expiresAt) return refusal('expiredCard');
  return success({ campaign: campaign.output, organisation });
}

/** What the root signed of the card's organisation, as it stands in the card; undefined when the text is no card. */
export function certificateIn(text: string): Signed | undefined {
  const parts = v.safeParse(partsSchema, unpacked(cardTextOf(text)));
  return parts.success ? { body: parts.output[2], signature: parts.output[3] } : undefined;
}

/**
 * Whether a test of a policy is what a campaign asks for: its own, or on paper in place of the diagnostic, since both
 * measure each area with ten questions.
 */
export function isAskedFor(campaign: Campaign | undefined, policy: string | undefined): boolean {
  if (campaign === undefined || policy === undefined) return false;
  return campaign.policy === policy || (campaign.policy === 'diagnostic' && policy === 'paper');
}

/** Whether the device's clock alone says that a card is over: worth a sentence, never a refusal. */
export function mayBeOver(campaign: Campaign, now: number): boolean {
  return now > campaign.expiresAt;
}

/** The card inside a whole link (`…/join#card`) or text; what is around it is dropped. */
export function cardTextOf(text: string): string {
  return (text.trim().split('#').pop() ?? '').replace(/\s+/g, '');
}

/** The code as it is compared: capitals, no spaces or dashes; undefined when it cannot be one. */
export function codeOf(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]+/g, '');
  return /^[A-Z0-9]{9}$/.test(code) ? code : undefined;
}

function unpacked(text: string): unknown {
  const bytes = text.length > largestCard ? undefined : bytesOfBase64url(text);
  const plain = bytes && inflated(bytes, largestCard * 2);
  if (plain === undefined) return undefined;
  try {
    return JSON.parse(textOf(plain));
  } catch {
    return undefined;
  }
}

function isNewer(document: unknown): boolean {
  const version = v.safeParse(v.object({ version: v.number() }), document);
  return version.success && version.output.version > 1;
}
