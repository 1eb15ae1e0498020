import * as v from 'valibot';
import { base64url, bytesOfBase64url, hex, sameBytes, utf8 } from '#lib/base/bytes.ts';
import { canonicalJson, type Json } from '#lib/base/canonical-json.ts';
import type { Digest } from '#lib/base/ports.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';

/** The only version so far. */
const version = 1;
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

/** All that a learner has on a device. */
export interface Backup {
  readonly learner: string;
  /** When it was made (UTC milliseconds). */
  readonly madeAt: number;
  /** The bodies of the journal's events, in their order. */
  readonly events: readonly Uint8Array[];
  readonly parcels: readonly CarriedParcel[];
  readonly cards: readonly CarriedCard[];
}

export type BackupRefusal = 'notABackup' | 'cutShort' | 'newerBackup' | 'changedBackup';

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
});
const envelopeSchema = v.object({ jalon: v.literal('backup'), version: whole });
const sealedSchema = v.strictObject({
  jalon: v.literal('backup'),
  version: v.literal(version),
  sha256: v.string(),
  content: v.custom<Json>((value) => value !== undefined),
});

/** The file of a backup: JSON that names its version and the digest of its content. */
export async function writeBackup(backup: Backup, digest: Digest): Promise<string> {
  const content: Json = {
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
  };
  const sha256 = hex(await digest(utf8(canonicalJson(content))));
  return `${beginning},"version":${version},"sha256":"${sha256}","content":${canonicalJson(content)}}`;
}

/** The backup in a file, or why there is none: `cutShort` when its end is missing, `changedBackup` when it is not what was written. */
export async function readBackup(file: string, digest: Digest): Promise<Result<Backup, BackupRefusal>> {
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
  const { sha256, content } = sealed.output;
  if (hex(await digest(utf8(canonicalJson(content)))) !== sha256) return refusal('changedBackup');
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
