import type { PolicyName } from '#lib/adaptive/policy.ts';
import { base32, base32Letters, bytesOfBase32, inFours } from '#lib/base/base32.ts';
import { bytesOfHex, concatenated, hex, sameBytes, textOf, utf8 } from '#lib/base/bytes.ts';
import type { Digest } from '#lib/base/ports.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { LevelFact } from '#lib/journal/event.ts';
import { avatarNames } from '#lib/ui/avatars.ts';
import { areaIds } from './board.ts';

/** How many random bytes tell two people of a day apart. */
export const sessionBytes = 5;

const beginning = 'JALON-VUE-';
const version = '1';
const checkLength = 3;
const dayMs = 86_400_000;
/** Days are counted from here. */
const firstDay = Date.UTC(2020, 0, 1) / dayMs;
const fixedLength = sessionBytes + 8;
const mostNickname = 60;
const mostMinutes = 0xffff;
const noLevel = 0xff;

// By their place, from 1: an order that is never changed, since codes hold the number.
const policies = [
  ...['flash', 'diagnostic', 'diagnostic-long', 'competence', 'profile', 'certification'],
  ...['practice', 'review', 'paper'],
] as const satisfies readonly PolicyName[];
const states = ['nothing', 'running', 'finished'] as const;
const helpBit = 0x80;

interface Test {
  readonly policy: string;
  readonly competence: string | null;
}

/** What somebody is doing: nothing yet, a question of so many, or it is done, with the levels of the areas. */
export type Doing =
  | { readonly state: 'nothing' }
  | ({ readonly state: 'running'; readonly number: number; readonly length: number } & Test)
  | ({ readonly state: 'finished'; readonly levels: readonly LevelFact[] } & Test);

/** Where somebody stands at a moment, as a code on their screen tells it: nothing of the answers, nothing that outlives the day. */
export interface Glimpse {
  /** Random, of this person on this device on this day; ten hexadecimal digits. */
  readonly session: string;
  readonly day: string;
  /** Empty for a guest. */
  readonly nickname: string;
  readonly avatar: string;
  readonly needsHelp: boolean;
  /** Since the test was begun. */
  readonly minutes: number;
  readonly doing: Doing;
}

export type GlimpseRefusal = 'somethingElse' | 'newer' | 'damaged' | 'otherDay';

/** The text of a code: capitals and digits, which a small QR code takes; a nickname beyond 60 bytes is cut. */
export async function printGlimpse(glimpse: Glimpse, digest: Digest): Promise<string> {
  const body = concatenated(packed(glimpse), cut(glimpse.nickname));
  return `${beginning}${version}-${base32(concatenated(body, await checkOf(body, digest)))}`;
}

/** The letters of a code that somebody can type, in groups of four. */
export function glimpseLetters(code: string): string {
  return inFours(code.slice(beginning.length + 2));
}

/** What a code or typed letters tell; refused when it is something else, of a newer version, damaged, or of another day. */
export async function readGlimpse(
  text: string,
  today: string,
  digest: Digest,
): Promise<Result<Glimpse, GlimpseRefusal>> {
  const written = text.toUpperCase().replaceAll(/\s/g, '');
  const isScanned = written.startsWith(beginning);
  if (isScanned && !written.startsWith(`${beginning}${version}-`))
    return refusal(/^\d+-/.test(written.slice(beginning.length)) ? 'newer' : 'damaged');
  if (!isScanned && written.startsWith('JALON')) return refusal('somethingElse');
  const letters = base32Letters(isScanned ? written.slice(beginning.length + 2) : written);
  const bytes = bytesOfBase32(letters);
  if (bytes === undefined || bytes.length < fixedLength + checkLength)
    return refusal(isScanned ? 'damaged' : 'somethingElse');
  const body = bytes.subarray(0, -checkLength);
  const isWhole =
    base32(bytes) === letters && sameBytes(await checkOf(body, digest), bytes.subarray(-checkLength));
  const glimpse = isWhole ? unpacked(body) : undefined;
  if (glimpse === undefined) return refusal('damaged');
  return glimpse.day === today ? success(glimpse) : refusal('otherDay');
}

function packed({ session, day, avatar, needsHelp, minutes, doing }: Glimpse): Uint8Array {
  const days = Date.parse(`${day}T00:00:00Z`) / dayMs - firstDay;
  const past = Math.min(mostMinutes, Math.max(0, Math.round(minutes)));
  const test = doing.state === 'nothing' ? undefined : doing;
  const [area = 0, competence = 0] = (test?.competence ?? '0.0').split('.').map(Number);
  return Uint8Array.from([
    ...(bytesOfHex(session) ?? []),
    ...[days >> 8, days & 0xff],
    states.indexOf(doing.state) | (needsHelp ? helpBit : 0),
    avatarNames.findIndex((name) => name === avatar) + 1,
    ...[past >> 8, past & 0xff],
    policies.findIndex((name) => name === test?.policy) + 1,
    (area << 4) | competence,
    ...(doing.state === 'running' ? [Math.min(255, doing.number), Math.min(255, doing.length)] : []),
    ...(doing.state === 'finished' ? areaIds.flatMap((each) => levelBytes(doing.levels, each)) : []),
  ]);
}

function unpacked(body: Uint8Array): Glimpse | undefined {
  const at = (place: number): number => body[place] ?? 0;
  const after = sessionBytes;
  const state = states[at(after + 2) & ~helpBit];
  const avatar = at(after + 3);
  const policy = at(after + 6);
  if (state === undefined || avatar > avatarNames.length || policy > policies.length) return undefined;
  const topic = at(after + 7);
  const test: Test = {
    policy: policies[policy - 1] ?? '',
    competence: topic === 0 ? null : `${topic >> 4}.${topic & 15}`,
  };
  const rest = body.subarray(fixedLength);
  const taken = { nothing: 0, running: 2, finished: areaIds.length * 2 }[state];
  const doing = doingIn(state, test, rest.subarray(0, taken));
  if (rest.length < taken || doing === undefined) return undefined;
  return {
    session: hex(body.subarray(0, sessionBytes)),
    day: new Date(((at(after) << 8) + at(after + 1) + firstDay) * dayMs).toISOString().slice(0, 10),
    nickname: textOf(rest.subarray(taken)),
    avatar: avatarNames[avatar - 1] ?? '',
    needsHelp: (at(after + 2) & helpBit) !== 0,
    minutes: (at(after + 4) << 8) + at(after + 5),
    doing,
  };
}

function doingIn(state: Doing['state'], test: Test, bytes: Uint8Array): Doing | undefined {
  if (state === 'nothing') return { state };
  if (state === 'running') {
    const [number = 0, length = 0] = bytes;
    return number <= length ? { state, ...test, number, length } : undefined;
  }
  const levels = areaIds.flatMap((target, index): readonly LevelFact[] => {
    const [first = 0, second = 0] = bytes.subarray(index * 2, index * 2 + 2);
    if (first === noLevel && second === noLevel) return [];
    return [{ target, level: first >> 4, low: first & 15, high: second >> 4, certainty: (second & 15) / 15 }];
  });
  const isSound = levels.every(({ level, low, high }) => low <= level && level <= high && high <= 8);
  return isSound ? { state, ...test, levels } : undefined;
}

function levelBytes(levels: readonly LevelFact[], area: string): readonly number[] {
  const at = levels.find(({ target }) => target === area);
  if (at === undefined) return [noLevel, noLevel];
  return [(at.level << 4) | at.low, (at.high << 4) | Math.round(at.certainty * 15)];
}

function cut(nickname: string): Uint8Array {
  let kept = Array.from(nickname);
  while (utf8(kept.join('')).length > mostNickname) kept = kept.slice(0, -1);
  return utf8(kept.join(''));
}

// Against a letter read wrong, not against a forger: nobody signs a glimpse.
async function checkOf(body: Uint8Array, digest: Digest): Promise<Uint8Array> {
  return (await digest(concatenated(utf8('jalon-glimpse-1\n'), body))).slice(0, checkLength);
}
