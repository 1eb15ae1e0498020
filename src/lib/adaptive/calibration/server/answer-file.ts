import { createReadStream } from 'node:fs';
import { mends, readAnswerLine, type AnswerLine } from '#lib/adaptive/calibration/server/answer-line.ts';
import type { Item } from '#lib/adaptive/item.ts';

const NEW_LINE = 10;
const CHUNK_BYTES = 1 << 20;
const LONGEST_LINE = 1 << 20;
/** After so many the rest is not read: they are likely all of one kind. */
const MOST_FAULTS = 10;

/** A line of a file that cannot be used, and what to do about it. */
export interface LineFault {
  readonly line: number;
  readonly message: string;
  readonly mend: string;
}

/**
 * Reads a file of answers line by line, memory staying as it is however long the file; gives the faulty lines, at
 * most ten. Throws when the file cannot be read.
 */
export async function readAnswerFile(
  path: string,
  items: readonly Item[],
  take: (answer: AnswerLine) => void,
  onRead: (bytes: number) => void,
): Promise<readonly LineFault[]> {
  const indexes = new Map(items.map(({ id }, index) => [id, index]));
  const faults: LineFault[] = [];
  let line = 0;
  const read = (text: string): void => {
    line += 1;
    const clean = line === 1 ? text.replace(/^\uFEFF/, '') : text;
    if (clean.trim() === '') return;
    const answer = readAnswerLine(clean, items, indexes);
    if (answer.ok) take(answer.value);
    else faults.push({ line, message: answer.detail ?? answer.reason, mend: mends[answer.reason] });
  };
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = bytes.lastIndexOf(NEW_LINE) + 1;
    const text = bytes.toString('utf8', 0, end);
    let from = 0;
    while (from < text.length && faults.length < MOST_FAULTS) {
      const to = text.indexOf('\n', from);
      read(text.slice(from, to));
      from = to + 1;
    }
    rest = bytes.subarray(end);
    if (rest.length > LONGEST_LINE) {
      faults.push({ line: line + 1, message: 'the line is longer than a megabyte', mend: mends.noJson });
      return faults;
    }
    if (faults.length >= MOST_FAULTS) return faults;
    onRead(chunk.length);
  }
  if (rest.length > 0) read(rest.toString('utf8'));
  return faults;
}
