import { hex, textOf } from '#lib/base/bytes.ts';
import { canonicalJson } from '#lib/base/canonical-json.ts';
import { profileOf } from '#lib/assessment/profile.ts';
import { DexieEventStore } from '#lib/journal/local/dexie-event-store.ts';
import { parseEvent, type JournalEvent } from '#lib/journal/event.ts';
import type { OutboxRow } from '#lib/local/database.ts';
import { digest } from '#lib/server/digest.ts';
import { chainOf, chainStart } from '#lib/sync/chain.ts';
import type { OutgoingEvent } from '#lib/sync/outgoing-event.ts';
import { openParcel, readEnvelope } from '#lib/sync/parcel.ts';
import type { Expectation } from './expectation.ts';
import type { Installation } from './installation.ts';
import type { Holder } from './scenario.ts';
import type { Server } from './server.ts';

/** What a run ended with, counted in events, and each thing that is wrong in words. */
export interface Findings {
  readonly lost: number;
  readonly doubled: number;
  readonly reordered: number;
  readonly withoutConsent: number;
  readonly faults: readonly string[];
}

interface Row {
  readonly device: string;
  readonly epoch: number;
  readonly seq: number;
  readonly hash: string;
  readonly body: string | null;
}

/** One device at the end of a run, and what its person did and saw. */
interface Held {
  readonly expectation: Expectation;
  /** Bodies of the journal, as they are kept, and what they say. */
  readonly bodies: readonly string[];
  readonly journal: readonly JournalEvent[];
  readonly outbox: readonly OutboxRow[];
}

/** Compares what the organisation holds, what the devices hold and what left them with what people did and saw. */
export async function findingsOf(
  holders: readonly Holder[],
  server: Server,
  left: readonly Uint8Array[],
  installation: Installation,
): Promise<Findings> {
  const devices: Held[] = [];
  for (const holder of holders) devices.push(await heldBy(holder));
  const rows = await server.look((held) =>
    held
      .selectFrom('event')
      .select(['device', 'epoch', 'seq', 'hash', 'body'])
      .orderBy('device')
      .orderBy('epoch')
      .orderBy('seq')
      .execute(),
  );
  const faults = [
    ...devices.flatMap(({ expectation }) => expectation.faults),
    ...(await brokenChains(rows, installation.organisation)),
  ];
  // Within one device: a person whose storage was wiped may well do the very same again on what is another device then.
  const byDevice = [...Map.groupBy(rows, ({ device }) => device).values()].map((own) =>
    own.flatMap(({ body }) => (body === null ? [] : [said(body)])),
  );
  const held = byDevice.flat();
  const counts = counted(held);
  const wantedBy = devices.map(wantedOf);
  const wanted = [...new Set(wantedBy.flat())];
  const missing = wanted.filter((text) => !counts.has(text));
  const kept = devices.flatMap(({ expectation, bodies }) => lostFrom(expectation.confirmed, bodies));
  const twice = byDevice.flatMap((own) =>
    [...counted(own)].filter(([text, count]) => count > 1 && !isEnrolment(text)),
  );
  const allowed = new Set(devices.flatMap(allowedOf));
  const gone = await openedOf(left, installation);
  const without = [...new Set([...held, ...gone])].filter((text) => !allowed.has(text) && !isEnrolment(text));
  const reordered = wantedBy.reduce((sum, own) => sum + movedIn(byDevice, own, counts), 0);
  if (missing.length > 0) faults.push(`the organisation lacks ${missing.length} of ${wanted.length} events`);
  if (kept.length > 0) faults.push(`the journal lost ${kept.length} events that were shown as done`);
  if (twice.length > 0) faults.push(`${twice.length} events are there twice`);
  if (twice.length === 0 && reordered > 0) faults.push(`${reordered} events are not in their order`);
  if (without.length > 0) faults.push(`${without.length} events left without an agreement: ${without[0]}`);
  faults.push(...devices.flatMap(waitingIn), ...(await wronglyShown(server, devices)));
  const again = devices.reduce((sum, { bodies }) => sum + bodies.length - new Set(bodies).size, 0);
  const doubled = twice.length + again;
  return {
    ...{ lost: missing.length + kept.length, doubled, reordered: doubled > 0 ? 0 : reordered },
    ...{ withoutConsent: without.length, faults },
  };
}

async function heldBy({ device, expectation }: Holder): Promise<Held> {
  const database = device.browser.look();
  const bodies = (await new DexieEventStore(database).bodies(device.learner)).map(textOf);
  const outbox = await database.outbox.toArray();
  return { expectation, bodies, journal: bodies.flatMap((body) => parseEvent(body) ?? []), outbox };
}

/** What an event says, apart from its place: a wish to take something back names another one in each epoch. */
function said(text: string): string {
  if (!text.includes('"consent.withdrawn"') && !text.includes('"withdrawal.carried"')) return text;
  return `taken back, ${(JSON.parse(text) as { readonly day: string }).day}`;
}

/** Of what one person agreed to, how much is not in its order. */
function movedIn(
  byDevice: readonly (readonly string[])[],
  wanted: readonly string[],
  counts: ReadonlyMap<string, number>,
): number {
  const order = byDevice
    .map((own) => own.filter((text) => wanted.includes(text)))
    .filter((own) => own.some((text) => counts.get(text) === 1))
    .flat();
  const held = wanted.filter((text) => counts.has(text));
  return order.filter((text, place) => text !== held[place]).length;
}

/** What must be with the organisation at the end, in order: all that stands agreed to in the journal. */
function wantedOf({ journal, expectation }: Held): readonly string[] {
  const { shares, cancelled, unfit } = expectation;
  return journal.flatMap((event) => {
    const outbox = outboxOf(event);
    if (outbox === undefined || cancelled.has(outbox) || unfit.has(outbox)) return [];
    const isCancelled = journal.some((each) => each.type === 'consent.cancelled' && each.outbox === outbox);
    return isCancelled ? [] : (shares.get(outbox)?.events ?? []).map(said);
  });
}

/** What may have left: what the journal says was agreed to, and was never shown as cancelled; or was, on a device that lost all. */
function allowedOf({ journal, expectation }: Held): readonly string[] {
  const agreed = new Set(journal.flatMap((event) => outboxOf(event) ?? []));
  const { shares, cancelled, unfit, lost } = expectation;
  return [...shares.values()].flatMap(({ outbox, events }) =>
    (agreed.has(outbox) || lost.has(outbox)) && !cancelled.has(outbox) && !unfit.has(outbox)
      ? events.map(said)
      : [],
  );
}

function outboxOf(event: JournalEvent): string | undefined {
  if (event.type === 'consent.given') return event.outbox;
  return event.type === 'consent.withdrawn' ? event.withdrawal : undefined;
}

/** Of what was shown as done, what is no longer there in its place. */
function lostFrom(confirmed: readonly string[], bodies: readonly string[]): readonly string[] {
  let from = 0;
  return confirmed.filter((text) => {
    const place = bodies.indexOf(text, from);
    if (place >= 0) from = place + 1;
    return place < 0;
  });
}

/** What no receipt covers yet, once all faults have ceased and all was sent; what cannot leave is set aside, and nothing else. */
function waitingIn({ outbox, expectation: { unfit } }: Held): readonly string[] {
  const waiting = outbox.filter((row) => row.acknowledgedAt === undefined && row.setAside === undefined);
  const wrongly = outbox.filter((row) => (row.setAside !== undefined) !== unfit.has(row.id));
  return [
    ...(waiting.length === 0 ? [] : [`${waiting.length} entries still wait, with nothing in their way`]),
    ...wrongly.map(({ setAside }) =>
      setAside === undefined
        ? 'what no server reads is not set aside'
        : `set aside without need: ${setAside}`,
    ),
  ];
}

/** What the staff see must follow: each share that stands once, none that was taken back on any device. */
async function wronglyShown(server: Server, devices: readonly Held[]): Promise<readonly string[]> {
  await server.project();
  const shown = await server.look((held) =>
    held.selectFrom('participation').select('nickname').where('withdrawn_at', 'is', null).execute(),
  );
  const consents = devices.flatMap(({ journal, expectation: { unfit } }) =>
    profileOf(journal).consents.filter(({ outbox }) => !unfit.has(outbox)),
  );
  // Of several devices, one that lost all may have lost a wish to take something back that another knows nothing of.
  const isUnsure = devices.length > 1 && devices.some(({ expectation }) => expectation.lost.size > 0);
  return [...Map.groupBy(consents, ({ attempt }) => attempt)].flatMap(([attempt, of]) => {
    const times = shown.filter(({ nickname }) => nickname === attempt).length;
    const states = new Set(of.map(({ status }) => status));
    const expected = states.has('given') && !states.has('withdrawn') ? 1 : 0;
    return times === expected || (isUnsure && times < expected)
      ? []
      : [`${attempt} (${[...states].join(', ')}) is shown ${times} times`];
  });
}

async function brokenChains(rows: readonly Row[], organisation: string): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const writer of new Set(rows.map(({ device, epoch }) => `${device} ${epoch}`))) {
    const own = rows.filter(({ device, epoch }) => `${device} ${epoch}` === writer);
    const [{ device, epoch }] = own as [Row];
    const events = own.map(({ body }) => JSON.parse(body ?? 'null') as OutgoingEvent);
    const hashes = (
      await chainOf(await chainStart({ organisation, device, epoch }, digest), events, digest)
    ).map(hex);
    if (own.some(({ seq, hash }, place) => seq !== place + 1 || hash !== hashes[place]))
      broken.push(`the chain of ${device} is not whole`);
  }
  return broken;
}

async function openedOf(left: readonly Uint8Array[], { open }: Installation): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const bytes of left) {
    const envelope = readEnvelope(bytes);
    const content = envelope && (await openParcel(envelope, open));
    texts.push(...(content?.events.map(canonicalJson).map(said) ?? ['something that is no parcel']));
  }
  return texts;
}

function counted(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function isEnrolment(text: string): boolean {
  return text.includes('"type":"device.enrolled"');
}
