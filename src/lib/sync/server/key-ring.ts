import type { Kysely } from 'kysely';
import { signerOfJwk } from '#lib/base/platform/crypto.ts';
import { openerOfJwk } from '#lib/base/platform/sealing.ts';
import type { Open, Sign } from '#lib/base/ports.ts';
import { NodeHkdf } from '#lib/server/hkdf.ts';
import type { Database, KeyPurpose } from '#lib/server/schema.ts';

/** The keys of an organisation as they are stored, private JWKs, the newest first. */
export interface OrganisationKeys {
  /** What parcels are sealed to, each with the digest of its public half. */
  readonly seal: readonly { readonly keyId: string; readonly privateJwk: string }[];
  /** What receipts are signed with: every key that ever signed one. */
  readonly receipt: readonly string[];
}

/** The keys of an organisation that parcels and receipts need; none where there is no such organisation. */
export async function keysOf(database: Kysely<Database>, organisation: string): Promise<OrganisationKeys> {
  const rows = await database
    .selectFrom('organisation_key')
    .where('organisation', '=', organisation)
    .select(['purpose', 'key_id', 'private_jwk'])
    .orderBy('created_at', 'desc')
    .execute();
  const of = (purpose: KeyPurpose): typeof rows => rows.filter((row) => row.purpose === purpose);
  return {
    seal: of('seal').map(({ key_id: keyId, private_jwk: privateJwk }) => ({ keyId, privateJwk })),
    receipt: of('receipt').map((row) => row.private_jwk),
  };
}

// A key is read once and used for each parcel: reading it costs as much as using it. Keys are kept by what they are, so that
// another database, or new keys, are never taken for those of before.
const mostKept = 2_000;
const openers = new Map<string, Promise<Open>>();
const signers = new Map<string, Promise<Sign>>();

/** What opens parcels sealed to a private key, as it is stored. */
export function openerOf(privateJwk: string): Promise<Open> {
  return kept(openers, privateJwk, () => openerOfJwk(JSON.parse(privateJwk) as JsonWebKey, new NodeHkdf()));
}

/** What signs with a private key, as it is stored. */
export function signerOf(privateJwk: string): Promise<Sign> {
  return kept(signers, privateJwk, () => signerOfJwk(JSON.parse(privateJwk) as JsonWebKey));
}

function kept<Key>(keys: Map<string, Promise<Key>>, name: string, read: () => Promise<Key>): Promise<Key> {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = read();
  // One that cannot be read is tried again.
  key.catch(() => keys.delete(name));
  if (keys.size >= mostKept) keys.delete(keys.keys().next().value ?? '');
  keys.set(name, key);
  return key;
}
