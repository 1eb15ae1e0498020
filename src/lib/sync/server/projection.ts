import type { Kysely, Selectable } from 'kysely';
import { exclusively } from '#lib/server/engine.ts';
import { streamKey } from '#lib/server/erasures.ts';
import type { Database, EventTable, Verdict } from '#lib/server/schema.ts';
import type { OutgoingEvent } from '../outgoing-event.ts';
import type { Share } from '../verification.ts';
import { keepSlip, signedSlips, withdraw } from './withdraw.ts';

/** Grades again and computes the levels again; says whether they are what the device states. */
export type Verifier = (share: Share) => Promise<Verdict>;

const projectionName = 'participation';
const streamsAtOnce = 8;
/** The events after which a participation is another. */
const changing: ReadonlySet<string> = new Set<OutgoingEvent['type']>([
  'attempt.completed',
  'consent.withdrawn',
  'withdrawal.carried',
]);
type Row = Selectable<EventTable>;
type Stream = Pick<Row, 'organisation' | 'device' | 'epoch'>;

/** Brings the participations up to date with the events received; gives how many events were taken in. Runs after receipts, never before; `calm` resolves when whoever waits for a receipt had their turn. */
export async function projectParticipations(
  database: Kysely<Database>,
  verifier: Verifier,
  told: (share: number) => void = () => undefined,
  calm: () => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  const streams = await database
    .selectFrom('device')
    .leftJoin('projection_position', (join) =>
      join
        .onRef('projection_position.organisation', '=', 'device.organisation')
        .onRef('projection_position.device', '=', 'device.device')
        .onRef('projection_position.epoch', '=', 'device.epoch')
        .on('projection_position.name', '=', projectionName),
    )
    .whereRef('device.head_seq', '>', (expression) =>
      expression.fn.coalesce('projection_position.seq', expression.lit(0)),
    )
    .select(['device.organisation', 'device.device', 'device.epoch', 'projection_position.seq as position'])
    .execute();
  let taken = 0;
  let done = 0;
  const failures: unknown[] = [];
  const project = async ({ position, ...stream }: (typeof streams)[number]): Promise<void> => {
    try {
      const events = await eventsOf(database, stream, position ?? 0);
      for (const [index, event] of events.entries()) {
        // What a share is made of changes nothing until it is whole: a commit for each would hold up those who send.
        if (changing.has(event.type) || index === events.length - 1) {
          await calm();
          await take(database, stream, event, verifier);
        }
        taken += 1;
      }
    } catch (error) {
      // One device's trouble does not keep the others waiting; it is told once they are done.
      failures.push(error);
    }
    told((done += 1) / streams.length);
  };
  const waiting = streams.values();
  // Each of these takes the next stream that nobody has: what they write together shares a commit.
  const worker = async (): Promise<void> => {
    for (const stream of waiting) await project(stream);
  };
  await Promise.all(Array.from({ length: streamsAtOnce }, worker));
  if (failures.length > 0) throw new AggregateError(failures, 'some participations could not be projected');
  return taken;
}

/** How many events were received that the participations do not show yet. */
export async function projectionLag(database: Kysely<Database>): Promise<number> {
  const heads = await database
    .selectFrom('device')
    .select((expression) => expression.fn.sum<number | null>('head_seq').as('events'))
    .executeTakeFirst();
  const shown = await database
    .selectFrom('projection_position')
    .where('name', '=', projectionName)
    .select((expression) => expression.fn.sum<number | null>('seq').as('events'))
    .executeTakeFirst();
  return (heads?.events ?? 0) - (shown?.events ?? 0);
}

/** Throws every participation away and makes them again from the events; for when the projection itself has changed. `told` hears the share done. */
export async function rebuildParticipations(
  database: Kysely<Database>,
  verifier: Verifier,
  told: (share: number) => void = () => undefined,
): Promise<number> {
  await database.deleteFrom('participation').execute();
  await database.deleteFrom('projection_position').where('name', '=', projectionName).execute();
  return projectParticipations(database, verifier, told);
}

function eventsOf(database: Kysely<Database>, stream: Stream, after: number, upto?: number): Promise<Row[]> {
  return database
    .selectFrom('event')
    .where('organisation', '=', stream.organisation)
    .where('device', '=', stream.device)
    .where('epoch', '=', stream.epoch)
    .where('seq', '>', after)
    .$if(upto !== undefined, (query) => query.where('seq', '<=', upto ?? 0))
    .selectAll()
    .orderBy('seq')
    .execute();
}

async function take(database: Kysely<Database>, stream: Stream, row: Row, verifier: Verifier): Promise<void> {
  const share = row.type === 'attempt.completed' ? await shareEndingAt(database, stream, row.seq) : undefined;
  const verdict = share && (await verifier(share.share));
  const event = row.body === null ? undefined : (JSON.parse(row.body) as OutgoingEvent);
  if (event?.type === 'withdrawal.carried')
    await keepSlip(database, stream.organisation, event, row.received_at);
  // Of this device when it shares, of the other one when this one carries a slip for it: whichever came first.
  const target = event?.type === 'withdrawal.carried' ? { ...stream, ...writerOf(event) } : stream;
  const slips = share || target !== stream ? await signedSlips(database, target) : [];
  await exclusively(database, [streamKey(stream), streamKey(target)], async (transaction) => {
    // Another node may have taken it meanwhile.
    if (((await positionOf(transaction, stream)) ?? 0) >= row.seq) return;
    if (share !== undefined && verdict !== undefined) await insert(transaction, stream, share, verdict);
    if (event?.type === 'consent.withdrawn')
      await withdraw(transaction, stream, event.consent, event.campaign, row.received_at);
    for (const slip of slips)
      await withdraw(transaction, target, slip.consent, slip.campaign, slip.received_at);
    await transaction
      .insertInto('projection_position')
      .values({ ...stream, name: projectionName, seq: row.seq })
      .onConflict((conflict) =>
        conflict.columns(['organisation', 'name', 'device', 'epoch']).doUpdateSet({ seq: row.seq }),
      )
      .execute();
  });
}

async function positionOf(database: Kysely<Database>, stream: Stream): Promise<number | undefined> {
  const position = await database
    .selectFrom('projection_position')
    .where('organisation', '=', stream.organisation)
    .where('name', '=', projectionName)
    .where('device', '=', stream.device)
    .where('epoch', '=', stream.epoch)
    .select('seq')
    .executeTakeFirst();
  return position?.seq;
}

function writerOf({
  device,
  epoch,
}: Extract<OutgoingEvent, { type: 'withdrawal.carried' }>): Omit<Stream, 'organisation'> {
  return { device, epoch };
}

interface PlacedShare {
  readonly share: Share;
  readonly seq: number;
  readonly receivedAt: number;
}

// The share that ends with the event at `seq`: from the last consent before it. Undefined when it was erased, or is not whole.
async function shareEndingAt(
  database: Kysely<Database>,
  stream: Stream,
  seq: number,
): Promise<PlacedShare | undefined> {
  const before = await eventsOf(database, stream, Math.max(0, seq - 502), seq);
  const from = before.findLastIndex((row) => row.type === 'consent.given');
  const rows = before.slice(Math.max(0, from));
  if (from < 0 || rows.some((row) => row.body === null)) return undefined;
  const events = rows.map((row) => JSON.parse(row.body ?? 'null') as OutgoingEvent);
  const [consent, started, ...rest] = events;
  const completed = rest.at(-1);
  if (consent?.type !== 'consent.given' || started?.type !== 'attempt.started') return undefined;
  if (completed?.type !== 'attempt.completed') return undefined;
  const responses = rest.filter((event) => event.type === 'response.given');
  const first = rows[0] as Row;
  return { share: { consent, started, responses, completed }, seq: first.seq, receivedAt: first.received_at };
}

async function insert(
  database: Kysely<Database>,
  stream: Stream,
  { share, seq, receivedAt }: PlacedShare,
  verdict: Verdict,
): Promise<void> {
  const { consent, started, completed, responses } = share;
  const campaign = await database
    .selectFrom('campaign')
    .where('organisation', '=', stream.organisation)
    .where('campaign', '=', consent.campaign)
    .select('campaign')
    .executeTakeFirst();
  // A share for a campaign that the organisation never opened is kept as it came, and shown nowhere.
  if (campaign === undefined) return;
  const levels = completed.levels.map(([area, level, low, high, certainty]) => ({
    area,
    level,
    low,
    high,
    certainty: certainty / 100,
  }));
  await database
    .insertInto('participation')
    .values({
      ...stream,
      seq,
      campaign: consent.campaign,
      nickname: consent.nickname,
      avatar: consent.avatar,
      scope: consent.scope,
      policy: started.policy,
      day: consent.day,
      bundle: started.bundle,
      revision: `${started.revision}`,
      levels: JSON.stringify(levels),
      verdict,
      answers: responses.length,
      received_at: receivedAt,
      withdrawn_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
