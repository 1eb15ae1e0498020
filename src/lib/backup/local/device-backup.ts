import type { Collection } from 'dexie';
import { profileOf } from '#lib/assessment/profile.ts';
import { textOf } from '#lib/base/bytes.ts';
import { digest } from '#lib/base/platform/crypto.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import { keptCard } from '#lib/campaigns/local/cards.ts';
import { parseEvent, type CampaignRef } from '#lib/journal/event.ts';
import type { DexieEventStore } from '#lib/journal/local/dexie-event-store.ts';
import type { EventRow, LocalDatabase } from '#lib/local/database.ts';
import { storageFailureOf, type StorageFailure } from '#lib/local/storage-failure.ts';
import { isUnconfirmed } from '#lib/sync/local/outbox.ts';
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

/** Whose journal it is, and where it is written. */
export interface HeldJournal {
  readonly database: LocalDatabase;
  readonly learner: string;
  readonly store: DexieEventStore;
}

/** How a backup is made. */
export interface BackupWay {
  /** On a shared device, the campaigns of this learner: their cards go along, and no parcel, which the device sends itself. */
  readonly campaigns?: readonly CampaignRef[] | undefined;
  readonly lock?: Lock | undefined;
}

/** The backup of a learner's journal, as a file. What was agreed to and waits is put into parcels first, so that it goes along. */
export async function makeBackup(
  { database, learner, store }: HeldJournal,
  now: number,
  { campaigns, lock }: BackupWay = {},
): Promise<string> {
  const parcels = campaigns === undefined ? await parcelsToCarry(database) : [];
  const events = await store.bodies(learner);
  const { consents } = profileOf(events.flatMap((body) => parseEvent(textOf(body)) ?? []));
  const slips = await slipsFor(
    database,
    consents.filter(({ status }) => status === 'given'),
  );
  const kept = await database.cards.toArray();
  const cards =
    campaigns === undefined
      ? kept
      : kept.filter((card) => campaigns.some(({ campaign }) => campaign === card.campaign));
  return writeBackup({ learner, madeAt: now, events, parcels, cards, slips }, digest, lock);
}

async function parcelsToCarry(database: LocalDatabase): Promise<readonly CarriedParcel[]> {
  await navigator.locks.request('jalon-sync', async () => {
    const waiting = await database.outbox.filter((row) => row.first === undefined).toArray();
    for (const { organisation, campaign } of waiting) {
      const card = await keptCard(database, organisation, campaign);
      if (card !== undefined) await packWaiting(database, card);
    }
  });
  const unacknowledged = await database.parcels.filter((row) => row.acknowledgedAt === undefined).toArray();
  return unacknowledged.map(({ organisation, device, from, to, head, bytes }) => ({
    ...{ organisation, device, from, to, head, bytes },
  }));
}

/** A learner's journal in clear, one event after the other, for other programs to read. */
export async function exportJournal({ store, learner }: HeldJournal): Promise<string> {
  const events = (await store.bodies(learner)).map((body) => JSON.parse(textOf(body)) as unknown);
  return JSON.stringify({ jalon: 'export', version: 1, events }, null, 2);
}

/** Takes a backup onto this device, in one transaction; returns how many events were added. */
export async function restoreBackup(
  { database, learner, store }: HeldJournal,
  file: string,
  now: number,
  unlock?: Unlock,
): Promise<Result<number, BackupRefusal | RestoreRefusal | StorageFailure>> {
  const read = await readBackup(file, digest, unlock);
  if (!read.ok) return read;
  const backup = read.value;
  const { events, learners, people, parcels, cards, reports, slips } = database;
  const all = [events, learners, people, parcels, cards, reports, slips];
  try {
    const isShared = (await people.get(learner)) !== undefined;
    const bodies = await store.bodies(learner);
    // At a station a journal begins with a name: nothing but that is as good as empty.
    const isFresh = isShared && learner !== backup.learner && bodies.every(isName);
    const missing = missingEvents({ learner, events: isFresh ? [] : bodies }, backup);
    if (!missing.ok) return missing;
    const head = backup.events.length - missing.value.length;
    const rows = await store.rowsOf(backup.learner, head, missing.value);
    return await database.transaction('rw', all, async () => {
      if ((await rowsOf(database, learner).count()) !== bodies.length) return refusal('otherWay');
      if (isShared) {
        if (!(await giveTo(database, learner, backup.learner))) return refusal('otherPerson');
      } else {
        if (learner !== backup.learner) await learners.delete(learner);
        await learners.put({ learner: backup.learner, usedAt: now });
      }
      // What was reported here before stays theirs.
      await reports.where('learner').equals(learner).modify({ learner: backup.learner });
      await events.bulkAdd([...rows]);
      await cards.bulkPut([...backup.cards]);
      await slips.bulkPut(backup.slips.map((slip) => ({ ...slip, learner: backup.learner })));
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

/** Gives a person's place on a shared device to the learner of a backup; false when that learner has one already. */
async function giveTo(database: LocalDatabase, from: string, to: string): Promise<boolean> {
  if (from === to) return true;
  const person = await database.people.get(from);
  if (person === undefined || (await database.people.get(to)) !== undefined) return false;
  await rowsOf(database, from).delete();
  await database.people.delete(from);
  await database.people.add({ ...person, learner: to });
  return true;
}

function isName(body: Uint8Array): boolean {
  return parseEvent(textOf(body))?.type === 'learner.named';
}

/** Whether something that was agreed to has no receipt yet: erased now, it would never arrive. */
export async function isAwaited({ outbox, parcels }: LocalDatabase): Promise<boolean> {
  const waiting = await parcels.filter((row) => row.acknowledgedAt === undefined).count();
  return waiting + (await outbox.filter(isUnconfirmed).count()) > 0;
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

function rowsOf({ events }: LocalDatabase, learner: string): Collection<EventRow, [string, number]> {
  return events.where('[learner+seq]').between([learner, 0], [learner, Infinity]);
}
