import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { link, mkdir, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import * as v from 'valibot';
import { refusal, success, type Result } from '#lib/base/result.ts';

const format = 'jalon-backup-1';
const value = v.union([v.string(), v.number(), v.boolean(), v.null()]);

const lineSchema = v.union([
  v.strictObject({ format: v.string(), at: v.number(), migration: v.string() }),
  v.strictObject({ table: v.string(), row: v.record(v.string(), value) }),
  v.strictObject({
    file: v.pipe(v.string(), v.regex(/^(keys|bundles)(\/[\w-][\w.-]*)+$/)),
    bytes: v.string(),
  }),
  v.strictObject({ digest: v.string(), lines: v.number() }),
]);

/** A line of a backup: what it is, a row of a table, a file of the data directory, or the digest of all that stands before. */
export type BackupLine = v.InferOutput<typeof lineSchema>;
export type Head = Extract<BackupLine, { format: string }>;
export type BackupRefusal = 'exists' | 'damaged' | 'notABackup';

/** The first line of a backup taken at a moment, of a database at a migration. */
export function headOf(at: number, migration: string): Head {
  return { format, at, migration };
}

/** Writes lines and their digest to a new compressed file that only its owner may read: all of it or no file. Refused where one exists. */
export async function writeLines(
  path: string,
  lines: AsyncIterable<BackupLine>,
): Promise<Result<number, 'exists'>> {
  const draft = `${path}.${process.pid}.part`;
  let count = 0;
  async function* text(): AsyncGenerator<string> {
    const hash = createHash('sha256');
    for await (const line of lines) {
      const written = `${JSON.stringify(line)}\n`;
      hash.update(written);
      count += 1;
      yield written;
    }
    yield `${JSON.stringify({ digest: hash.digest('hex'), lines: count })}\n`;
  }
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    const file = createWriteStream(draft, { mode: 0o600, flush: true });
    await pipeline(Readable.from(text()), createGzip(), file);
    await link(draft, path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return refusal('exists');
    throw error;
  } finally {
    await unlink(draft).catch(() => undefined);
  }
  return success(count);
}

/** The head and the number of lines of a whole backup; refused when a byte of it is missing or another. */
export async function checkBackup(path: string): Promise<Result<Head & { lines: number }, BackupRefusal>> {
  const hash = createHash('sha256');
  let head: Head | undefined;
  let lines = 0;
  let end: string | undefined;
  try {
    for await (const text of textLines(path)) {
      if (end !== undefined) return refusal('damaged', 'something stands after the end');
      const line = v.parse(lineSchema, JSON.parse(text));
      if (lines === 0 && !('format' in line && line.format === format)) return refusal('notABackup');
      if ('format' in line) head = line;
      if ('digest' in line) {
        end = line.digest;
        if (line.lines !== lines)
          return refusal('damaged', `${line.lines} lines were written, ${lines} are there`);
        continue;
      }
      hash.update(`${text}\n`);
      lines += 1;
    }
  } catch (error) {
    return refusal(lines === 0 ? 'notABackup' : 'damaged', error instanceof Error ? error.message : '');
  }
  if (head === undefined) return refusal('notABackup');
  return end === hash.digest('hex')
    ? success({ ...head, lines })
    : refusal('damaged', 'its digest is another');
}

/** The lines of a backup that was checked. */
export async function* readLines(path: string): AsyncGenerator<BackupLine> {
  for await (const text of textLines(path)) yield v.parse(lineSchema, JSON.parse(text));
}

async function* textLines(path: string): AsyncGenerator<string> {
  const plain = createGunzip();
  const piped = pipeline(createReadStream(path), plain);
  // Told by the last line below.
  piped.catch(() => undefined);
  const decoder = new TextDecoder();
  let parts: string[] = [];
  for await (const chunk of plain as AsyncIterable<Uint8Array>) {
    const [first = '', ...more] = decoder.decode(chunk, { stream: true }).split('\n');
    parts.push(first);
    for (const next of more) {
      yield parts.join('');
      parts = [next];
    }
  }
  await piped;
  if (parts.join('') !== '') yield parts.join('');
}
