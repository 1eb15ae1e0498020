import { verify } from '#lib/base/platform/crypto.ts';
import type { Signed } from '#lib/base/signed.ts';
import { certificateIn, type Card } from '#lib/campaigns/card.ts';
import { keptCard } from '#lib/campaigns/local/cards.ts';
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

/** The same as it was signed, to travel on: of those that are here, the last one that the root signed. */
export async function signedCertificate(
  database: LocalDatabase,
  organisation: string,
): Promise<Signed | undefined> {
  const cards = await database.cards
    .where('[organisation+campaign]')
    .between([organisation], [organisation, []])
    .toArray();
  const came = await database.certificates.get(organisation);
  let [latest, latestAt]: [Signed | undefined, number] = [undefined, -1];
  for (const signed of [...cards.map(({ text }) => certificateIn(text)), came]) {
    const opened = signed && (await openedCertificate(database, signed));
    if (opened?.organisation !== organisation || (opened.issuedAt ?? 0) <= latestAt) continue;
    [latest, latestAt] = [signed, opened.issuedAt ?? 0];
  }
  return latest;
}

/** A kept card with who its organisation is now: its keys may have been replaced since the card was issued. */
export async function servingCard(
  database: LocalDatabase,
  organisation: string,
  campaign: string,
): Promise<Card | undefined> {
  const card = await keptCard(database, organisation, campaign);
  const now = card && (await certificateOf(database, organisation));
  return card && now && { ...card, organisation: now };
}

/** Keeps those that the pinned root signed; another's, or none's, say nothing here. */
export async function keepCertificates(database: LocalDatabase, received: readonly Signed[]): Promise<void> {
  for (const { body, signature } of received) {
    const opened = await openedCertificate(database, { body, signature });
    if (opened === undefined) continue;
    const known = await certificateOf(database, opened.organisation);
    // One that was replaced comes back to nothing.
    if (known !== undefined && (known.issuedAt ?? 0) > (opened.issuedAt ?? 0)) continue;
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
