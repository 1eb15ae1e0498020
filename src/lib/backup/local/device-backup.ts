import { profileOf } from '#lib/assessment/profile.ts';
import { textOf } from '#lib/base/bytes.ts';
import { digest } from '#lib/base/platform/crypto.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import { keptCard } from '#lib/campaigns/local/cards.ts';
import type { LocalDatabase } from '#lib/local/database.ts';
import { storageFailureOf, type StorageFailure } from '#lib/local/storage-failure.ts';
import { parseEvent } from '#lib/journal/event.ts';
import { slipsFor } from '#lib/sync/local/slips.ts';
import { installationName } from '#lib/trust/local/pinned.ts';
import { packWaiting } from '#lib/sync/local/pack.ts';
import {
  missingEvents,
  readBackup,
  writeBackup,
  type BackupRefusal,
  type CarriedParcel,
  type Lock,
  type RestoreRefusal,
  type Unlock,
} from '../backup.ts';

/** The backup of a learner's journal, as a file. What was agreed to and waits is put into parcels first, so that it goes along. */
export async function makeBackup(
  database: LocalDatabase,
  learner: string,
  now: number,
  lock?: Lock,
): Promise<string> {
  await navigator.locks.request('jalon-sync', async () => {
    const waiting = await database.outbox.filter((row) => row.first === undefined).toArray();
    for (const { organisation, campaign } of waiting) {
      const card = await keptCard(database, organisation, campaign);
      if (card !== undefined) await packWaiting(database, card);
    }
  });
  const events = await eventsOf(database, learner);
  const unacknowledged = await database.parcels.filter((row) => row.acknowledgedAt === undefined).toArray();
  const parcels = unacknowledged.map(({ organisation, device, from, to, head, bytes }): CarriedParcel => ({
    ...{ organisation, device, from, to, head, bytes },
  }));
  const { consents } = profileOf(events.flatMap((body) => parseEvent(textOf(body)) ?? []));
  const slips = await slipsFor(
    database,
    consents.filter(({ status }) => status === 'given'),
  );
  const cards = await database.cards.toArray();
  return writeBackup({ learner, madeAt: now, events, parcels, cards, slips }, digest, lock);
}

/** A learner's journal in clear, one event after the other, for other programs to read. */
export async function exportJournal(database: LocalDatabase, learner: string): Promise<string> {
  const events = (await eventsOf(database, learner)).map((body) => JSON.parse(textOf(body)) as unknown);
  return JSON.stringify({ jalon: 'export', version: 1, events }, null, 2);
}

/** Takes a backup onto this device, in one transaction; returns how many events were added. */
export async function restoreBackup(
  database: LocalDatabase,
  learner: string,
  file: string,
  now: number,
  unlock?: Unlock,
): Promise<Result<number, BackupRefusal | RestoreRefusal | StorageFailure>> {
  const read = await readBackup(file, digest, unlock);
  if (!read.ok) return read;
  const backup = read.value;
  const { events, learners, parcels, cards, reports, slips } = database;
  try {
    return await database.transaction('rw', [events, learners, parcels, cards, reports, slips], async () => {
      const here = { learner, events: await eventsOf(database, learner) };
      const missing = missingEvents(here, backup);
      if (!missing.ok) return missing;
      const head = backup.events.length - missing.value.length;
      if (learner !== backup.learner) await learners.delete(learner);
      // What was reported here before stays theirs.
      await reports.where('learner').equals(learner).modify({ learner: backup.learner });
      await learners.put({ learner: backup.learner, usedAt: now });
      await events.bulkAdd(
        missing.value.map((body, index) => ({ learner: backup.learner, seq: head + index + 1, body })),
      );
      await cards.bulkPut([...backup.cards]);
      await slips.bulkPut([...backup.slips]);
      // What a receipt covered here meanwhile stays so.
      for (const parcel of backup.parcels) {
        const known = await parcels.get([parcel.organisation, parcel.device, parcel.from]);
        if (known === undefined) await parcels.add(parcel);
      }
      return success(missing.value.length);
    });
  } catch (error) {
    return refusal(storageFailureOf(error));
  }
}

/** Whether something that was agreed to has no receipt yet: erased now, it would never arrive. */
export async function isAwaited({ outbox, parcels }: LocalDatabase): Promise<boolean> {
  const unacknowledged = (row: { readonly acknowledgedAt?: number }): boolean =>
    row.acknowledgedAt === undefined;
  return (await outbox.filter(unacknowledged).count()) + (await parcels.filter(unacknowledged).count()) > 0;
}

/** Erases every trace of learners from this device, keys included; content stays. */
export async function eraseLearners(database: LocalDatabase): Promise<void> {
  const { events, learners, outbox, identities, parcels, cards, partials, reports, slips, kept } = database;
  const all = [events, learners, outbox, identities, parcels, cards, partials, reports, slips];
  await database.transaction('rw', [...all, kept], async () => {
    for (const table of all) await table.clear();
    await kept.filter(({ name }) => name !== installationName).delete();
  });
}

async function eventsOf(database: LocalDatabase, learner: string): Promise<readonly Uint8Array[]> {
  const rows = await database.events
    .where('[learner+seq]')
    .between([learner, 0], [learner, Infinity])
    .toArray();
  return rows.map(({ body }) => body);
}
