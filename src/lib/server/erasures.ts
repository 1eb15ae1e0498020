import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import { exclusively } from './engine.ts';
import type { Database } from './schema.ts';

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const erasureSchema = v.object({
  organisation: v.string(),
  device: v.string(),
  epoch: whole,
  from_seq: whole,
  upto_seq: whole,
  erased_at: whole,
});

/** A run of a device's events whose bodies are gone for good; identities and hashes stay. */
export type Erasure = v.InferOutput<typeof erasureSchema>;
type Stream = Pick<Erasure, 'organisation' | 'device' | 'epoch'>;

/** What whoever changes what a device sent, or what is made of it, holds meanwhile. */
export function streamKey({ organisation, device, epoch }: Stream): string {
  return `${organisation} ${device} ${epoch}`;
}

/** Empties a run of events, and remembers that it is to stay empty; inside a transaction that holds the device. */
export async function empty(transaction: Kysely<Database>, erasure: Erasure): Promise<void> {
  await transaction
    .updateTable('event')
    .set({ body: null })
    .where('organisation', '=', erasure.organisation)
    .where('device', '=', erasure.device)
    .where('epoch', '=', erasure.epoch)
    .where('seq', '>=', erasure.from_seq)
    .where('seq', '<=', erasure.upto_seq)
    .execute();
  await transaction
    .insertInto('erasure')
    .values({ ...erasure, kept_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The runs of a device's events that are to stay empty. */
export function erasuresOf(database: Kysely<Database>, stream: Stream): Promise<Erasure[]> {
  return database
    .selectFrom('erasure')
    .where('organisation', '=', stream.organisation)
    .where('device', '=', stream.device)
    .where('epoch', '=', stream.epoch)
    .select(['organisation', 'device', 'epoch', 'from_seq', 'upto_seq', 'erased_at'])
    .execute();
}

/** Copies the erasures that are in the database only to a file beside it, which no backup holds; how many. */
export async function keepErasures(
  database: Kysely<Database>,
  dataDirectory: string,
  now: number,
): Promise<number> {
  const rows = await database.selectFrom('erasure').where('kept_at', 'is', null).selectAll().execute();
  if (rows.length === 0) return 0;
  const lines = rows.map(({ kept_at: _, ...erasure }) => `${JSON.stringify(erasure)}\n`);
  const file = await open(fileIn(dataDirectory), 'a', 0o600);
  try {
    await file.appendFile(lines.join(''));
    await file.sync();
  } finally {
    await file.close();
  }
  for (const row of rows) await markKept(database, row, now);
  return rows.length;
}

/** Erases again what the database of an older moment brought back; how many erasures it did not know. */
export async function eraseAgain(
  database: Kysely<Database>,
  dataDirectory: string,
  now: number,
): Promise<number> {
  const known = new Set(
    (await database.selectFrom('erasure').selectAll().execute()).map((row) => identityOf(row)),
  );
  const missing = (await keptIn(dataDirectory)).filter((each) => !known.has(identityOf(each)));
  for (const erasure of missing) {
    await exclusively(database, [streamKey(erasure)], async (transaction) => {
      await empty(transaction, erasure);
      await transaction
        .deleteFrom('participation')
        .where('organisation', '=', erasure.organisation)
        .where('device', '=', erasure.device)
        .where('epoch', '=', erasure.epoch)
        .where('seq', '>=', erasure.from_seq)
        .where('seq', '<=', erasure.upto_seq)
        .execute();
      await markKept(transaction, erasure, now);
    });
  }
  return missing.length;
}

async function markKept(database: Kysely<Database>, erasure: Erasure, now: number): Promise<void> {
  await database
    .updateTable('erasure')
    .set({ kept_at: now })
    .where('organisation', '=', erasure.organisation)
    .where('device', '=', erasure.device)
    .where('epoch', '=', erasure.epoch)
    .where('from_seq', '=', erasure.from_seq)
    .where('upto_seq', '=', erasure.upto_seq)
    .execute();
}

async function keptIn(dataDirectory: string): Promise<Erasure[]> {
  const text = await readFile(fileIn(dataDirectory), 'utf8').catch(() => '');
  // A line cut by a power failure was not confirmed: the database still has it to be kept.
  return text.split('\n').flatMap((line) => {
    const read = v.safeParse(erasureSchema, parsed(line));
    return read.success ? [read.output] : [];
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function identityOf(erasure: Erasure): string {
  return `${streamKey(erasure)} ${erasure.from_seq} ${erasure.upto_seq}`;
}

function fileIn(dataDirectory: string): string {
  return join(dataDirectory, 'erasures.jsonl');
}
