import { base32, bytesOfBase32, inFours } from '#lib/base/base32.ts';
import { base64url, bytesOfBase64url, concatenated, sameBytes, utf8 } from '#lib/base/bytes.ts';
import type { Digest } from '#lib/base/ports.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { LevelFact, SnapshotFact } from '#lib/journal/event.ts';

// « JS », then the version: how every snapshot begins, so that a cut one and a newer one are known for what they are.
const mark = Uint8Array.of(0x4a, 0x53);
const version = 1;
const checkLength = 4;
const dayMs = 86_400_000;
/** Days are counted from here. */
const firstDay = Date.UTC(2020, 0, 1) / dayMs;
/** The most characters of a QR code of version 22 with a medium correction, bytes as they are. */
export const mostCharacters = 779;

/** What a printed card holds: where somebody stood on a day. */
export type Snapshot = Omit<SnapshotFact, 'type'>;
export type SnapshotRefusal = 'notACard' | 'cutCard' | 'newerCard';

/** Where a card's code leads. */
const place = '/card#';

/** The text of a card's code: a link that opens this application; what was seen last goes along as far as there is room. */
export async function snapshotLink(snapshot: Snapshot, origin: string, digest: Digest): Promise<string> {
  const beginning = origin + place;
  const room = Math.floor(((mostCharacters - beginning.length) * 3) / 4);
  const without = await packed({ ...snapshot, seen: [] }, digest);
  const most = Math.max(0, Math.floor((room - without.length) / 2));
  const seen = most === 0 ? [] : snapshot.seen.slice(-most);
  return beginning + base64url(await packed({ ...snapshot, seen }, digest));
}

/** The same without what was seen, in groups of letters to copy by hand. */
export async function snapshotLetters(snapshot: Snapshot, digest: Digest): Promise<string> {
  const review = snapshot.review.slice(0, 5);
  return inFours(base32(await packed({ ...snapshot, review, seen: [] }, digest)));
}

/** What a card says, read from its link, or from its letters as somebody copied them. */
export async function readSnapshot(text: string, digest: Digest): Promise<Result<Snapshot, SnapshotRefusal>> {
  const written = text.slice(text.lastIndexOf('#') + 1).replace(/\s/g, '');
  // How the mark begins in each of the two writings.
  const isLink = written.startsWith('SlM');
  if (!isLink && !/^999/.test(written)) return refusal('notACard');
  const bytes = isLink ? bytesOfBase64url(written) : bytesOfBase32(written);
  return bytes === undefined || !sameBytes(bytes.subarray(0, 2), mark)
    ? refusal('cutCard')
    : unpacked(bytes, digest);
}

async function packed({ day, levels, review, seen }: Snapshot, digest: Digest): Promise<Uint8Array> {
  const days = Date.parse(`${day}T00:00:00Z`) / dayMs - firstDay;
  const body = Uint8Array.from([
    ...mark,
    version,
    ...sixteen(days),
    levels.length,
    ...levels.flatMap(({ target, level, low, high, certainty }) => {
      const [area = 0, competence = 0] = target.split('.').map(Number);
      return [(area << 4) | competence, (level << 4) | low, (high << 4) | Math.round(certainty * 15)];
    }),
    review.length,
    ...review.flatMap(sixteen),
    ...seen.flatMap(sixteen),
  ]);
  return concatenated(body, await checkOf(body, digest));
}

async function unpacked(bytes: Uint8Array, digest: Digest): Promise<Result<Snapshot, SnapshotRefusal>> {
  if (bytes.length < 3) return refusal('cutCard');
  if ((bytes[2] as number) > version) return refusal('newerCard');
  const body = bytes.subarray(0, -checkLength);
  const isWhole = body.length >= 7 && sameBytes(await checkOf(body, digest), bytes.subarray(-checkLength));
  if (bytes[2] !== version || !isWhole) return refusal('cutCard');
  const at = (place: number): number => body[place] ?? 0;
  const word = (place: number): number => (at(place) << 8) | at(place + 1);
  const levels = Array.from({ length: at(5) }, (_, index): LevelFact => levelAt(body, 6 + index * 3));
  const after = 6 + levels.length * 3;
  const review = Array.from({ length: at(after) }, (_, index) => word(after + 1 + index * 2));
  const rest = after + 1 + review.length * 2;
  const isSound =
    rest <= body.length && levels.every(({ level, low, high }) => low <= level && level <= high && high <= 8);
  if (!isSound) return refusal('cutCard');
  const seen = Array.from({ length: Math.floor((body.length - rest) / 2) }, (_, index) =>
    word(rest + index * 2),
  );
  const day = new Date((word(3) + firstDay) * dayMs).toISOString().slice(0, 10);
  return success({ day, levels, review, seen });
}

function levelAt(body: Uint8Array, place: number): LevelFact {
  const [target = 0, first = 0, second = 0] = body.subarray(place, place + 3);
  return {
    target: (target & 15) === 0 ? `${target >> 4}` : `${target >> 4}.${target & 15}`,
    level: first >> 4,
    low: first & 15,
    high: second >> 4,
    certainty: (second & 15) / 15,
  };
}

function sixteen(value: number): readonly [number, number] {
  return [(value >> 8) & 0xff, value & 0xff];
}

// Against a letter read wrong, not against a forger: nobody signs a card.
async function checkOf(body: Uint8Array, digest: Digest): Promise<Uint8Array> {
  return (await digest(concatenated(utf8('jalon-snapshot-1\n'), body))).slice(0, checkLength);
}
