import { chmod, link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { base64url, bytesOfBase64url } from '#lib/base/bytes.ts';
import { generateStoredSigningKey, randomBytes, signerOfJwk } from '#lib/base/platform/crypto.ts';
import type { Sign } from '#lib/base/ports.ts';

/** A key pair of the installation: the public part as text, and the means to sign. */
interface InstallationKey {
  /** base64url of 65 bytes. */
  readonly publicKey: string;
  readonly sign: Sign;
}

export interface InstallationKeys {
  /** Vouches for publishers and organisations; devices pin it. */
  readonly root: InstallationKey;
  /** Signs bundles. */
  readonly publisher: InstallationKey;
  /** Signs the staff's session cookies. */
  readonly sessionSecret: string;
}

const storedKeySchema = v.object({
  publicKey: v.pipe(
    v.string(),
    v.check((text) => bytesOfBase64url(text)?.length === 65),
  ),
  privateJwk: v.looseObject({ kty: v.literal('EC'), crv: v.literal('P-256'), d: v.string() }),
});

/** The installation's keys, made at the first start and kept in files that only their owner may read. Throws when a file is damaged. */
export async function installationKeys(dataDirectory: string): Promise<InstallationKeys> {
  const directory = join(dataDirectory, 'keys');
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await chmod(directory, 0o700);
  return {
    root: await signingKey(join(directory, 'root.json')),
    publisher: await signingKey(join(directory, 'publisher.json')),
    sessionSecret: await kept(join(directory, 'session-secret'), () =>
      Promise.resolve(base64url(randomBytes(32))),
    ),
  };
}

async function signingKey(path: string): Promise<InstallationKey> {
  const text = await kept(path, async () => {
    const pair = await generateStoredSigningKey();
    return JSON.stringify({ publicKey: base64url(pair.publicKey), privateJwk: pair.privateJwk });
  });
  const stored = v.safeParse(storedKeySchema, JSON.parse(text));
  if (!stored.success) throw new Error(`${path} is not a key file; put its backup back`);
  return { publicKey: stored.output.publicKey, sign: await signerOfJwk(stored.output.privateJwk) };
}

// Written whole beside its place, then linked there: two processes at a first start end with one key, and a power cut leaves none or all of it.
async function kept(path: string, make: () => Promise<string>): Promise<string> {
  const known = await readIfThere(path);
  if (known !== undefined) return known;
  const draft = `${path}.${base64url(randomBytes(6))}`;
  const file = await open(draft, 'wx', 0o600);
  await file.writeFile(await make());
  await file.sync();
  await file.close();
  try {
    await link(draft, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
  return readFile(path, 'utf8');
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
