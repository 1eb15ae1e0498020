import * as v from 'valibot';
import { base64url, bytesOfBase64url, hex, sameBytes, textOf, utf8 } from '#lib/base/bytes.ts';
import { canonicalJson, type Json } from '#lib/base/canonical-json.ts';
import type { Digest } from '#lib/base/ports.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';

/** The version that is written: 1 had no slips and no lock. */
const version = 2;
/** How every backup begins, so that one that was cut is known for what it is. */
const beginning = '{"jalon":"backup"';

/** A parcel that was made, and that no receipt covers yet. */
export interface CarriedParcel {
  readonly organisation: string;
  readonly device: string;
  readonly from: number;
  readonly to: number;
  readonly head: Uint8Array;
  readonly bytes: Uint8Array;
}

/** A campaign card as it came: a parcel needs it to find its way. */
export interface CarriedCard {
  readonly organisation: string;
  readonly campaign: string;
  readonly code: string;
  readonly text: string;
}

/** What takes back an agreement given on the device that the backup was made on. */
export interface CarriedSlip {
  readonly outbox: string;
  readonly organisation: string;
  readonly campaign: string;
  readonly device: string;
  readonly epoch: number;
  readonly consent: number;
  readonly signature: Uint8Array;
}

/** All that a learner has on a device. */
export interface Backup {
  readonly learner: string;
  /** When it was made (UTC milliseconds). */
  readonly madeAt: number;
  /** The bodies of the journal's events, in their order. */
  readonly events: readonly Uint8Array[];
  readonly parcels: readonly CarriedParcel[];
  readonly cards: readonly CarriedCard[];
  readonly slips: readonly CarriedSlip[];
}

/** Bytes under a passphrase, with all that it takes to open them but the passphrase. */
export interface Locked extends LockParameters {
  readonly bytes: Uint8Array;
}
export interface LockParameters {
  /** Rounds of PBKDF2-SHA-256, from the passphrase to the key of AES-256-GCM. */
  readonly iterations: number;
  readonly salt: Uint8Array;
  readonly iv: Uint8Array;
}
/** Locks bytes under a passphrase that it knows. */
export type Lock = (plain: Uint8Array) => Promise<Locked>;
/** Opens what was locked with the passphrase that it knows; undefined when it was another one. */
export type Unlock = (locked: Locked) => Promise<Uint8Array | undefined>;

export type BackupRefusal =
  'notABackup' | 'cutShort' | 'newerBackup' | 'changedBackup' | 'needsPassphrase' | 'wrongPassphrase';

/** The fewest rounds that a lock is believed to have, and the most that a device is made to do. */
export const fewestIterations = 600_000;
const mostIterations = 10_000_000;

const encoded = v.pipe(
  v.string(),
  v.transform((text) => bytesOfBase64url(text)),
  v.instance(Uint8Array),
);
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(20_000));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const fileSchema = v.strictObject({
  learner: text,
  madeAt: whole,
  events: v.array(encoded),
  parcels: v.array(
    v.strictObject({
      ...{ organisation: text, device: text, from: whole, to: whole },
      ...{ head: encoded, bytes: encoded },
    }),
  ),
  cards: v.array(v.strictObject({ organisation: text, campaign: text, code: v.string(), text })),
  slips: v.optional(
    v.array(
      v.strictObject({
        ...{ outbox: text, organisation: text, campaign: text, device: text },
        ...{ epoch: whole, consent: whole, signature: encoded },
      }),
    ),
    [],
  ),
});
const lockSchema = v.strictObject({
  kdf: v.literal('PBKDF2-SHA-256'),
  cipher: v.literal('AES-256-GCM'),
  iterations: v.pipe(whole, v.minValue(fewestIterations), v.maxValue(mostIterations)),
  salt: encoded,
  iv: encoded,
});
const envelopeSchema = v.object({ jalon: v.literal('backup'), version: whole });
const sealedSchema = v.strictObject({
  jalon: v.literal('backup'),
  version: v.picklist([1, version]),
  sha256: v.string(),
  lock: v.exactOptional(lockSchema),
  content: v.custom<Json>((value) => value !== undefined),
});

/** The file of a backup: JSON that names its version and the digest of its content; with a lock, what it takes to open it too. */
export async function writeBackup(backup: Backup, digest: Digest, lock?: Lock): Promise<string> {
  const content = contentOf(backup);
  if (lock === undefined) return enveloped(content, '', digest);
  const { bytes, iterations, salt, iv } = await lock(utf8(canonicalJson(content)));
  const how = canonicalJson({
    ...{ kdf: 'PBKDF2-SHA-256', cipher: 'AES-256-GCM' },
    ...{ iterations, salt: base64url(salt), iv: base64url(iv) },
  });
  return enveloped(base64url(bytes), `"lock":${how},`, digest);
}

async function enveloped(content: Json, lock: string, digest: Digest): Promise<string> {
  const sha256 = hex(await digest(utf8(canonicalJson(content))));
  return `${beginning},"version":${version},"sha256":"${sha256}",${lock}"content":${canonicalJson(content)}}`;
}

function contentOf(backup: Backup): Json {
  return {
    learner: backup.learner,
    madeAt: backup.madeAt,
    events: backup.events.map(base64url),
    parcels: backup.parcels.map(({ organisation, device, from, to, head, bytes }) => ({
      ...{ organisation, device, from, to },
      ...{ head: base64url(head), bytes: base64url(bytes) },
    })),
    cards: backup.cards.map(({ organisation, campaign, code, text: card }) => ({
      ...{ organisation, campaign, code, text: card },
    })),
    slips: backup.slips.map(({ outbox, organisation, campaign, device, epoch, consent, signature }) => ({
      ...{ outbox, organisation, campaign, device, epoch, consent },
      signature: base64url(signature),
    })),
  };
}

/**
 * The backup in a file, or why there is none: `cutShort` when its end is missing, `changedBackup` when it is not what was
 * written, `needsPassphrase` when it is locked and nothing is given to unlock it.
 */
export async function readBackup(
  file: string,
  digest: Digest,
  unlock?: Unlock,
): Promise<Result<Backup, BackupRefusal>> {
  const written = file.trim();
  let parsed: unknown;
  try {
    parsed = JSON.parse(written);
  } catch {
    if (!written.startsWith(beginning)) return refusal('notABackup');
    return refusal(written.endsWith('}') ? 'changedBackup' : 'cutShort');
  }
  const envelope = v.safeParse(envelopeSchema, parsed);
  if (!envelope.success) return refusal('notABackup');
  if (envelope.output.version > version) return refusal('newerBackup', `${envelope.output.version}`);
  const sealed = v.safeParse(sealedSchema, parsed);
  if (!sealed.success) return refusal('changedBackup');
  const { sha256, lock, content } = sealed.output;
  if (hex(await digest(utf8(canonicalJson(content)))) !== sha256) return refusal('changedBackup');
  if (lock === undefined) return backupIn(content);
  const bytes = typeof content === 'string' ? bytesOfBase64url(content) : undefined;
  if (bytes === undefined) return refusal('changedBackup');
  if (unlock === undefined) return refusal('needsPassphrase');
  const opened = await unlock({ ...lock, bytes });
  // Its digest is right, so nothing but the passphrase can be another.
  return opened === undefined ? refusal('wrongPassphrase') : backupIn(JSON.parse(textOf(opened)));
}

function backupIn(content: unknown): Result<Backup, 'changedBackup'> {
  const backup = v.safeParse(fileSchema, content);
  return backup.success ? success(backup.output) : refusal('changedBackup');
}

/** Why a sound backup cannot be taken here: the journal is another person's, or went another way since. */
export type RestoreRefusal = 'otherPerson' | 'otherWay';

/** The events of a backup that a journal lacks; refused when the two cannot be one journal. */
export function missingEvents(
  here: { readonly learner: string; readonly events: readonly Uint8Array[] },
  backup: Backup,
): Result<readonly Uint8Array[], RestoreRefusal> {
  if (here.events.length === 0) return success(backup.events);
  if (here.learner !== backup.learner) return refusal('otherPerson');
  const isSame = here.events
    .slice(0, backup.events.length)
    .every((body, index) => sameBytes(body, backup.events[index] as Uint8Array));
  return isSame ? success(backup.events.slice(here.events.length)) : refusal('otherWay');
}
