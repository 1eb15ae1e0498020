import { verify } from '#lib/base/platform/crypto.ts';
import type { Signed } from '#lib/base/signed.ts';
import { certificateIn } from '#lib/campaigns/card.ts';
import type { LocalDatabase } from '#lib/local/database.ts';
import { openOrganisation, type OrganisationCertificate } from '#lib/trust/installation.ts';
import { pinnedInstallation } from '#lib/trust/local/pinned.ts';

/** What the pinned root says of an organisation, out of a card or of what came along; undefined when neither is here. */
export async function certificateOf(
  database: LocalDatabase,
  organisation: string,
): Promise<OrganisationCertificate | undefined> {
  const signed = await signedCertificate(database, organisation);
  const opened = signed && (await openedCertificate(database, signed));
  return opened?.organisation === organisation ? opened : undefined;
}

/** The same as it was signed, to travel on. */
export async function signedCertificate(
  database: LocalDatabase,
  organisation: string,
): Promise<Signed | undefined> {
  const card = await database.cards
    .where('[organisation+campaign]')
    .between([organisation], [organisation, []])
    .first();
  return (card && certificateIn(card.text)) ?? database.certificates.get(organisation);
}

/** Keeps those that the pinned root signed; another's, or none's, say nothing here. */
export async function keepCertificates(database: LocalDatabase, received: readonly Signed[]): Promise<void> {
  for (const { body, signature } of received) {
    const opened = await openedCertificate(database, { body, signature });
    if (opened !== undefined)
      await database.certificates.put({ organisation: opened.organisation, body, signature });
  }
}

async function openedCertificate(
  database: LocalDatabase,
  signed: Signed,
): Promise<OrganisationCertificate | undefined> {
  const installation = await pinnedInstallation(database);
  return installation && openOrganisation(signed, installation.root, verify);
}
