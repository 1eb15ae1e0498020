import * as v from 'valibot';
import type { Sign, Verify } from '#lib/base/ports.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import { openDocument, signDocument, type Signed } from '#lib/base/signed.ts';

const key = v.pipe(v.string(), v.regex(/^[\w-]{87}$/));
export const organisationIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/));

/** What an installation says of itself; its root key, pinned at the first visit, signs it. */
const installationSchema = v.object({
  version: v.literal(1),
  /** The root's public key (base64url of 65 bytes). */
  root: key,
  name: v.pipe(v.string(), v.maxLength(200)),
  /** Keys that may sign bundles. */
  publishers: v.pipe(v.array(key), v.maxLength(20)),
});
export type Installation = v.InferOutput<typeof installationSchema>;

/** What the root says of an organisation: its keys, so that cards and receipts can be checked with no network. */
const organisationSchema = v.object({
  version: v.literal(1),
  organisation: organisationIdSchema,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  /** Signs campaign cards. */
  signingKey: key,
  /** Parcels are sealed to it. */
  sealingKey: key,
  /** Signs receipts. */
  receiptKey: key,
  /** Where parcels go; empty for the place that the application came from. */
  endpoint: v.pipe(v.string(), v.maxLength(300)),
  /** When its keys were made (UTC milliseconds): the later certificate replaces the earlier one. Absent: before any that says so. */
  issuedAt: v.exactOptional(v.number()),
});
export type OrganisationCertificate = v.InferOutput<typeof organisationSchema>;

export type InstallationRefusal = 'notAnInstallation' | 'forged' | 'otherInstallation';

/** Signs an installation's description with its root key. */
export function signInstallation(installation: Installation, signByRoot: Sign): Promise<Signed> {
  return signDocument('installation', installation, signByRoot);
}

/**
 * The installation described, signed by its own root. `pinned` is the root met at the first visit, undefined then;
 * refused when it is another one (`otherInstallation`).
 */
export async function openInstallation(
  signed: Signed,
  pinned: string | undefined,
  verify: Verify,
): Promise<Result<Installation, InstallationRefusal>> {
  const claimed = v.safeParse(installationSchema, readJson(signed.body));
  if (!claimed.success) return refusal('notAnInstallation');
  if (pinned !== undefined && claimed.output.root !== pinned) return refusal('otherInstallation');
  const opened = await openDocument('installation', signed, [claimed.output.root], verify);
  return opened === undefined ? refusal('forged') : success(claimed.output);
}

/** Signs an organisation's keys with the root key of the installation. */
export function signOrganisation(certificate: OrganisationCertificate, signByRoot: Sign): Promise<Signed> {
  return signDocument('organisation', certificate, signByRoot);
}

/** The organisation that the root vouches for; undefined when the root did not sign it. */
export async function openOrganisation(
  signed: Signed,
  root: string,
  verify: Verify,
): Promise<OrganisationCertificate | undefined> {
  const parsed = v.safeParse(organisationSchema, await openDocument('organisation', signed, [root], verify));
  return parsed.success ? parsed.output : undefined;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
