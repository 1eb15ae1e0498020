import type { Kysely } from 'kysely';
import { base64url, hex } from '#lib/base/bytes.ts';
import {
  digest,
  generateStoredSigningKey,
  randomBytes,
  type StoredKeyPair,
} from '#lib/base/platform/crypto.ts';
import { generateStoredSealingKey } from '#lib/base/platform/sealing.ts';
import type { Sign } from '#lib/base/ports.ts';
import type { Signed } from '#lib/base/signed.ts';
import { signOrganisation } from '#lib/trust/installation.ts';
import type { Database, KeyPurpose } from '#lib/server/schema.ts';

/** A key of an organisation, as its parts are needed to sign, to open or to be named. */
export interface OrganisationKey {
  readonly keyId: string;
  /** base64url of 65 bytes. */
  readonly publicKey: string;
  readonly privateJwk: JsonWebKey;
}

/** Makes an organisation with its three keys and a certificate signed by the installation's root; its id. */
export async function createOrganisation(
  database: Kysely<Database>,
  name: string,
  signByRoot: Sign,
  now: number,
): Promise<string> {
  const organisation = hex(randomBytes(8));
  const { certificate, keys } = await drawnKeys(organisation, name, signByRoot, now);
  await database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('organisation')
      .values({ organisation, name, certificate: JSON.stringify(certificate), created_at: now })
      .execute();
    await transaction.insertInto('organisation_key').values(keys).execute();
  });
  return organisation;
}

/** Three new keys of an organisation, and the certificate of the root that names them; nothing is written. */
export async function drawnKeys(organisation: string, name: string, signByRoot: Sign, now: number) {
  const pairs = {
    sign: await generateStoredSigningKey(),
    seal: await generateStoredSealingKey(),
    receipt: await generateStoredSigningKey(),
  };
  const certificate = await signOrganisation(
    {
      version: 1,
      organisation,
      name,
      signingKey: base64url(pairs.sign.publicKey),
      sealingKey: base64url(pairs.seal.publicKey),
      receiptKey: base64url(pairs.receipt.publicKey),
      // Parcels go back to the place that the application came from, whatever its address becomes.
      endpoint: '',
      issuedAt: now,
    },
    signByRoot,
  );
  const keys = await Promise.all([
    keyRow(organisation, 'sign', pairs.sign, now),
    keyRow(organisation, 'seal', pairs.seal, now),
    keyRow(organisation, 'receipt', pairs.receipt, now),
  ]);
  return { certificate, keys, signJwk: pairs.sign.privateJwk };
}

/** The newest key of an organisation for a purpose, undefined when the organisation is not here. */
export async function organisationKey(
  database: Kysely<Database>,
  organisation: string,
  purpose: KeyPurpose,
): Promise<OrganisationKey | undefined> {
  const row = await database
    .selectFrom('organisation_key')
    .where('organisation', '=', organisation)
    .where('purpose', '=', purpose)
    .orderBy('created_at', 'desc')
    .selectAll()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    keyId: row.key_id,
    publicKey: row.public_key,
    privateJwk: JSON.parse(row.private_jwk) as JsonWebKey,
  };
}

/** What the root signed of an organisation, undefined when the organisation is not here. */
export async function organisationCertificate(
  database: Kysely<Database>,
  organisation: string,
): Promise<Signed | undefined> {
  const row = await database
    .selectFrom('organisation')
    .where('organisation', '=', organisation)
    .select('certificate')
    .executeTakeFirst();
  return row === undefined ? undefined : (JSON.parse(row.certificate) as Signed);
}

async function keyRow(organisation: string, purpose: KeyPurpose, pair: StoredKeyPair, now: number) {
  return {
    organisation,
    key_id: hex(await digest(pair.publicKey)).slice(0, 16),
    purpose,
    public_key: base64url(pair.publicKey),
    private_jwk: JSON.stringify(pair.privateJwk),
    created_at: now,
  };
}
