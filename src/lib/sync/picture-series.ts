import { assert } from '#lib/base/assert.ts';
import { base32, bytesOfBase32 } from '#lib/base/base32.ts';
import { concatenated, sameBytes, utf8 } from '#lib/base/bytes.ts';
import type { Digest } from '#lib/base/ports.ts';
import { seededRandom } from '#lib/base/random.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';

// A frame of version 1, in bytes: name 8, length of the whole 3, number 2, block. Each is the text of one QR code.
const beginning = 'JALON-SUITE-';
const version = '1';
const nameLength = 8;
const headLength = nameLength + 5;
/** As much goes into one still picture; more is cut into blocks of a size that cameras read from a moving one. */
const largestStill = 880;
const largestBlock = 560;
/** Beyond, a file is quicker than pictures. */
const mostBlocks = 200;
const numbers = 0x10000;

/** The longest content that pictures carry, in bytes. */
export const largestSeries = largestBlock * mostBlocks;

/** Pictures without end: the blocks themselves first, then mixtures of them, any of which makes up for any that was missed. */
export interface PictureSeries {
  /** How many pictures show everything once. */
  readonly length: number;
  /** The text of the picture of a number, from 0. */
  readonly textOf: (number: number) => string;
}

/** The series of pictures of some bytes; at most `largestSeries` of them. */
export async function pictureSeries(bytes: Uint8Array, digest: Digest): Promise<PictureSeries> {
  assert(bytes.length > 0 && bytes.length <= largestSeries, 'pictures carry some bytes, not too many');
  const name = await nameOf(bytes, digest);
  const blocks = blocksOf(bytes);
  return {
    length: blocks.length,
    textOf: (number) => {
      const head = new Uint8Array(5);
      new DataView(head.buffer).setUint32(0, bytes.length * 256);
      new DataView(head.buffer).setUint16(3, number % numbers);
      const block = mixed(blocks, number % numbers);
      return `${beginning}${version}-${base32(concatenated(name, head, block))}`;
    },
  };
}

/** Which blocks are mixed in the picture of a number: one alone at first, then each by a toss of a coin that both sides know. */
export function blocksIn(number: number, count: number): readonly number[] {
  if (number < count) return [number];
  const random = seededRandom(`jalon-series-1 ${count} ${number}`);
  const chosen = Array.from({ length: count }, (_, block) => block).filter(() => random() < 0.5);
  return chosen.length === 0 ? [number % count] : chosen;
}

/** Whether the reading goes on, and how far it is; or the whole. */
export interface SeriesProgress {
  readonly found: number;
  readonly of: number;
  readonly whole?: Uint8Array;
}

/** Why a picture brings nothing: another code, of a newer version, unreadable, or all came and does not hold together. */
export type SeriesRefusal = 'somethingElse' | 'newer' | 'damaged';

interface Row {
  readonly mask: Uint8Array;
  readonly block: Uint8Array;
}

/** Gathers pictures in any order until they make a whole; another series begins anew. */
export class SeriesReader {
  readonly #digest: Digest;
  #head: Uint8Array = new Uint8Array(0);
  #rows: (Row | undefined)[] = [];

  constructor(digest: Digest) {
    this.#digest = digest;
  }

  /** Takes the text of one picture. */
  async read(text: string): Promise<Result<SeriesProgress, SeriesRefusal>> {
    const frame = frameOf(text);
    if (!frame.ok) return frame;
    const { head, length, number, block } = frame.value;
    const count = countOf(length);
    if (!sameBytes(head, this.#head)) {
      this.#head = head;
      this.#rows = new Array<Row | undefined>(count).fill(undefined);
    }
    const mask = new Uint8Array(count);
    for (const chosen of blocksIn(number, count)) mask[chosen] = 1;
    this.#add({ mask, block: block.slice() });
    const found = this.#rows.filter((row) => row !== undefined).length;
    if (found < count) return success({ found, of: count });
    const whole = this.#solved().subarray(0, length);
    if (sameBytes(await nameOf(whole, this.#digest), head.subarray(0, nameLength)))
      return success({ found, of: count, whole });
    this.#head = new Uint8Array(0);
    return refusal('damaged');
  }

  // Gaussian elimination over the field of two elements, one row at a time: each row kept leads with another block.
  #add(row: Row): void {
    for (let lead = row.mask.indexOf(1); lead >= 0; lead = row.mask.indexOf(1)) {
      const kept = this.#rows[lead];
      if (kept === undefined) {
        this.#rows[lead] = row;
        return;
      }
      mixInto(row.mask, kept.mask);
      mixInto(row.block, kept.block);
    }
  }

  #solved(): Uint8Array<ArrayBuffer> {
    const rows = this.#rows.flatMap((row) => row ?? []);
    const blocks = rows.map(({ block }) => block.slice());
    for (let lead = rows.length - 1; lead >= 0; lead -= 1) {
      for (let other = lead + 1; other < rows.length; other += 1) {
        if (rows[lead]?.mask[other] === 1) mixInto(blocks[lead] as Uint8Array, blocks[other] as Uint8Array);
      }
    }
    return concatenated(...blocks);
  }
}

interface Frame {
  /** Name and length: the same in each picture of a series. */
  readonly head: Uint8Array;
  readonly length: number;
  readonly number: number;
  readonly block: Uint8Array;
}

function frameOf(text: string): Result<Frame, SeriesRefusal> {
  const written = text.trim().toUpperCase();
  if (!written.startsWith(beginning)) return refusal('somethingElse');
  const rest = written.slice(beginning.length);
  if (!rest.startsWith(`${version}-`)) return refusal(/^\d+-/.test(rest) ? 'newer' : 'damaged');
  const bytes = bytesOfBase32(rest.slice(version.length + 1));
  if (bytes === undefined || bytes.length <= headLength) return refusal('damaged');
  const view = new DataView(bytes.buffer);
  const length = view.getUint32(nameLength) >>> 8;
  const block = bytes.slice(headLength);
  if (length === 0 || length > largestSeries || block.length !== sizeOf(length)) return refusal('damaged');
  const head = bytes.slice(0, nameLength + 3);
  return success({ head, length, number: view.getUint16(nameLength + 3), block });
}

function countOf(length: number): number {
  return length <= largestStill ? 1 : Math.ceil(length / largestBlock);
}

function sizeOf(length: number): number {
  return Math.ceil(length / countOf(length));
}

function blocksOf(bytes: Uint8Array): readonly Uint8Array[] {
  const size = sizeOf(bytes.length);
  return Array.from({ length: countOf(bytes.length) }, (_, place) => {
    const block = new Uint8Array(size);
    block.set(bytes.subarray(place * size, (place + 1) * size));
    return block;
  });
}

function mixed(blocks: readonly Uint8Array[], number: number): Uint8Array {
  const mixture = new Uint8Array(blocks[0]?.length ?? 0);
  for (const place of blocksIn(number, blocks.length)) mixInto(mixture, blocks[place] as Uint8Array);
  return mixture;
}

function mixInto(target: Uint8Array, other: Uint8Array): void {
  for (let at = 0; at < target.length; at += 1) target[at] = (target[at] as number) ^ (other[at] as number);
}

async function nameOf(bytes: Uint8Array, digest: Digest): Promise<Uint8Array> {
  return (await digest(concatenated(utf8('jalon-series-1\n'), bytes))).slice(0, nameLength);
}
