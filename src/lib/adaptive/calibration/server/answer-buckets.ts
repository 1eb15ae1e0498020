import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { batchOf, type AnswerBatch, type AnswerSource } from '#lib/adaptive/calibration/answer-batch.ts';
import type { AnswerLine } from '#lib/adaptive/calibration/server/answer-line.ts';
import type { Item } from '#lib/adaptive/item.ts';

// However many answers there are, memory holds one bucket: each learner belongs to one, and each bucket is a file.

const RECORD_BYTES = 24;
const BUCKET_BYTES = 4_000_000;
const MOST_BUCKETS = 4096;
/** All buffers of buckets that wait to be written, together. */
const WAITING_BYTES = 16_000_000;
/** Groups are numbered in a byte, from 1; what comes after the last one counts as no group. */
const LAST_GROUP = 255;
/** How many times are kept to find the middle one. */
const MOST_TIMES = 100_000;

/** Answers on disk, sorted by learner, in a folder of their own. */
export interface SortedAnswers {
  readonly source: AnswerSource;
  readonly count: number;
  /** The middle of the times at which answers were given. */
  readonly middle: number;
  /** Names of groups, the commonest first, with the numbers they have in batches. */
  readonly groups: readonly { readonly name: string; readonly number: number; readonly answers: number }[];
}

/** Takes answers one by one, in any order, then gives them sorted; `remove` takes the folder away. */
export interface AnswerBuckets {
  readonly add: (line: AnswerLine) => void;
  readonly sort: (items: readonly Item[]) => SortedAnswers;
  readonly remove: () => void;
}

/** Buckets in the temporary folder, as many as about `expected` answers need. */
export function answerBuckets(expected: number): AnswerBuckets {
  const folder = mkdtempSync(join(tmpdir(), 'answers-'));
  const count = Math.max(1, Math.min(MOST_BUCKETS, Math.ceil((expected * RECORD_BYTES) / BUCKET_BYTES)));
  const room =
    Math.max(64, Math.floor(Math.min(65_536, WAITING_BYTES / count) / RECORD_BYTES)) * RECORD_BYTES;
  const waiting = Array.from({ length: count }, () => new DataView(new ArrayBuffer(room)));
  const filled = new Int32Array(count);
  let answers = 0;
  const numbers = new Map<string, number>();
  const groupAnswers = new Float64Array(LAST_GROUP + 1);
  const pathOf = (bucket: number): string => join(folder, String(bucket));
  const flush = (bucket: number): void => {
    const view = waiting[bucket] as DataView;
    appendFileSync(pathOf(bucket), new Uint8Array(view.buffer, 0, filled[bucket]));
    filled[bucket] = 0;
  };
  const groupOf = (name: string | undefined): number => {
    if (name === undefined) return 0;
    let number = numbers.get(name);
    if (number === undefined) {
      if (numbers.size === LAST_GROUP) return 0;
      number = numbers.size + 1;
      numbers.set(name, number);
    }
    groupAnswers[number] = (groupAnswers[number] as number) + 1;
    return number;
  };
  return {
    add({ learner, item, credit, time, group }) {
      const { high, low } = hashOf(learner);
      const bucket = low % count;
      const view = waiting[bucket] as DataView;
      const at = filled[bucket] as number;
      view.setUint32(at, high, true);
      view.setUint32(at + 4, low, true);
      view.setInt32(at + 8, item, true);
      view.setUint8(at + 12, credit);
      view.setUint8(at + 13, groupOf(group));
      view.setFloat64(at + 16, time, true);
      filled[bucket] = at + RECORD_BYTES;
      answers += 1;
      if (at + RECORD_BYTES === room) flush(bucket);
    },
    sort(items) {
      const competences = Int32Array.from(items, ({ competence }) => competence);
      const sorted: string[] = [];
      const times: number[] = [];
      filled.forEach((bytes, bucket) => {
        if (bytes > 0) flush(bucket);
        const path = pathOf(bucket);
        if (!existsSync(path)) return;
        const batch = batchOf(columnsOf(readWhole(path)), competences);
        rmSync(path);
        writeBatch(`${path}.sorted`, batch);
        sorted.push(`${path}.sorted`);
        const step = Math.ceil((batch.times.length * count) / MOST_TIMES);
        for (let index = 0; index < batch.times.length; index += step)
          times.push(batch.times[index] as number);
      });
      times.sort((one, other) => one - other);
      return {
        source: function* () {
          for (const path of sorted) yield readBatch(path);
        },
        count: answers,
        middle: times[Math.floor(times.length / 2)] ?? 0,
        groups: [...numbers]
          .map(([name, number]) => ({ name, number, answers: groupAnswers[number] as number }))
          .sort((one, other) => other.answers - one.answers || (one.name < other.name ? -1 : 1)),
      };
    },
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** 64 bits of a learner's name, in two lanes that do not follow each other (after cyrb53; bryc, 2018). */
function hashOf(text: string): { high: number; low: number } {
  let high = 0xdeadbeef | 0;
  let low = 0x41c6ce57 | 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return { high: high >>> 0, low: low >>> 0 };
}

function readWhole(path: string): ArrayBuffer {
  const buffer = new ArrayBuffer(statSync(path).size);
  const file = openSync(path, 'r');
  let done = 0;
  while (done < buffer.byteLength) {
    const read = readSync(file, new Uint8Array(buffer, done), 0, buffer.byteLength - done, done);
    if (read === 0) break;
    done += read;
  }
  closeSync(file);
  return buffer;
}

function columnsOf(buffer: ArrayBuffer): Parameters<typeof batchOf>[0] {
  const view = new DataView(buffer);
  const count = buffer.byteLength / RECORD_BYTES;
  const columns = {
    high: new Uint32Array(count),
    low: new Uint32Array(count),
    items: new Int32Array(count),
    credits: new Uint8Array(count),
    groups: new Uint8Array(count),
    times: new Float64Array(count),
  };
  for (let index = 0; index < count; index += 1) {
    const at = index * RECORD_BYTES;
    columns.high[index] = view.getUint32(at, true);
    columns.low[index] = view.getUint32(at + 4, true);
    columns.items[index] = view.getInt32(at + 8, true);
    columns.credits[index] = view.getUint8(at + 12);
    columns.groups[index] = view.getUint8(at + 13);
    columns.times[index] = view.getFloat64(at + 16, true);
  }
  return columns;
}

/** Widest numbers first, so that every column begins where its kind of number may. */
function writeBatch(path: string, { starts, items, credits, groups, times }: AnswerBatch): void {
  const head = Float64Array.of(items.length, starts.length);
  const parts = [head, times, starts, items, credits, groups];
  writeFileSync(
    path,
    Buffer.concat(
      parts.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
    ),
  );
}

function readBatch(path: string): AnswerBatch {
  const buffer = readWhole(path);
  const [answers = 0, starts = 0] = new Float64Array(buffer, 0, 2);
  let at = 16;
  const next = (bytes: number): number => {
    at += bytes;
    return at - bytes;
  };
  return {
    times: new Float64Array(buffer, next(8 * answers), answers),
    starts: new Int32Array(buffer, next(4 * starts), starts),
    items: new Int32Array(buffer, next(4 * answers), answers),
    credits: new Uint8Array(buffer, next(answers), answers),
    groups: new Uint8Array(buffer, next(answers), answers),
  };
}
