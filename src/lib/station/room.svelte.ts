import { localDay } from '#lib/base/clock.ts';
import type { Open } from '#lib/base/ports.ts';
import { digest } from '#lib/base/platform/crypto.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import { learner, momentNow } from '#lib/assessment/learner.svelte.ts';
import type { ActivityRow, SessionRow } from '#lib/local/database.ts';
import type { BoardLine } from './board.ts';
import { daysSince, fateOf } from './days-of-use.ts';
import type { NoteKind } from './follow-up.ts';
import { readGlimpse, type GlimpseRefusal } from './glimpse.ts';
import { LiveLinks } from './live-links.svelte.ts';
import { beginSession, endSession, sessionOf } from './local/activities.ts';
import { changeMediatorSecret, closeStation, openMediatorKey } from './local/mediator-keys.ts';
import { erasePerson } from '#lib/local/erase-person.ts';
import type { StorageFailure } from '#lib/local/storage-failure.ts';
import { readNotes, readSummaries, writeNote, type KeptNote } from './local/sealed-to-mediator.ts';
import { keepSighting, readSightings } from './local/sightings.ts';
import { mergedBoard, sightingOf, type Sighting } from './sighting.ts';
import { station } from './station.svelte.ts';

type SecretRefusal = 'wait' | 'gone' | 'wrongSecret';

/** Why what another device tells is not taken in. */
export type TakeRefusal = GlimpseRefusal | StorageFailure;

/** The mediator's room: what the mediator's secret opens, until it closes. */
class Room {
  /** The devices that tell by themselves where somebody stands; they do so while the room is closed, too. */
  readonly live = new LiveLinks<TakeRefusal>((text, only) => this.#take(text, only));
  #open = $state.raw<Open>();
  #lines = $state.raw<readonly BoardLine[]>([]);
  #sightings: readonly Sighting[] = [];
  #activities = $state.raw<readonly ActivityRow[]>([]);

  /** Whether the mediator is in. */
  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  /** Everybody on this device and those who were read of others, with what the mediator may see. */
  get lines(): readonly BoardLine[] {
    return this.#lines;
  }

  /** What took place. */
  get activities(): readonly ActivityRow[] {
    return this.#activities;
  }

  /** What new persons begin with today. */
  get session(): SessionRow | undefined {
    return sessionOf(station.row, today());
  }

  /** Lets the mediator in; whoever had the tablet is locked out. */
  async enter(secret: string): Promise<Result<'open', SecretRefusal>> {
    const opened = await openMediatorKey(learner.database, secret);
    if (!opened.ok) return opened;
    if (station.seated !== undefined) station.lock('locked');
    await station.read();
    this.#open = opened.value;
    await this.read();
    return success('open');
  }

  /** Forgets the key and all that it showed. */
  close(): void {
    this.#open = undefined;
    this.#lines = [];
    this.#sightings = [];
    this.#activities = [];
  }

  /** Reads everything again. */
  async read(): Promise<void> {
    const open = this.#open;
    if (open === undefined) return;
    await station.refresh();
    const { database } = learner;
    const summaries = await readSummaries(database, open);
    const sightings = await readSightings(database, open);
    const activities = await database.activities.toArray();
    // Closed meanwhile: nothing of it stays.
    if (this.#open !== open) return;
    this.#activities = activities;
    this.#sightings = sightings;
    const days = station.row?.days ?? [];
    const own = station.people.map(
      ({ learner: id, avatar, number, lock, usedDay, needsHelp, ...person }) => ({
        ...{ learner: id, avatar, number, lock, usedDay, needsHelp },
        fate: fateOf({ lock, usedDay, ...person }, days, today()),
        age: daysSince(days, usedDay),
        summary: summaries.get(id),
      }),
    );
    this.#lines = mergedBoard(own, sightings);
  }

  /** Has new persons begin with an assessment, from now until the day is over. */
  async begin(session: SessionRow): Promise<void> {
    await beginSession(learner.database, session, today());
    await this.read();
  }

  /** Lets new persons choose for themselves. */
  async end(): Promise<void> {
    this.live.endAll();
    await endSession(learner.database);
    await this.read();
  }

  /** The mediator came: nobody waits any more. */
  async helped(id: string): Promise<void> {
    const sighting = this.#sightings.find(({ session }) => session === id);
    if (sighting === undefined) await learner.database.people.update(id, { needsHelp: false });
    else await keepSighting(learner.database, { ...sighting, needsHelp: false }, today(), Date.now());
    await this.read();
  }

  /** Takes what the code of another device tells, in place of what was read of that person before; gives the person's line. */
  async readElsewhere(text: string): Promise<Result<BoardLine | undefined, TakeRefusal>> {
    const taken = await this.#take(text);
    if (!taken.ok) return taken;
    this.live.forget(taken.value);
    return success(this.lineOf(taken.value));
  }

  /** Somebody's line on the board. */
  lineOf(id: string): BoardLine | undefined {
    return this.#lines.find((line) => line.learner === id);
  }

  /** The journals that are about to go were told to the mediator. */
  async noticed(ids: readonly string[]): Promise<void> {
    for (const id of ids) await learner.database.people.update(id, { isNoticed: true });
  }

  /** Counts a journal's days from today. */
  async extend(id: string): Promise<void> {
    await learner.database.people.update(id, { usedDay: today(), isNoticed: false });
    await this.read();
  }

  /** Erases somebody, or takes what was read of them on another device off the board. */
  async erase(id: string): Promise<void> {
    this.live.end(id);
    await erasePerson(learner.database, id);
    await learner.database.sightings.delete(id);
    await this.read();
  }

  /** The notes about somebody, the newest first. */
  async notes(id: string): Promise<readonly KeptNote[]> {
    return this.#open === undefined ? [] : readNotes(learner.database, this.#open, id);
  }

  /** Writes a note, sealed to the mediator. */
  async write(id: string, kind: NoteKind, text: string): Promise<void> {
    await writeNote(learner.database, id, { kind, text, day: today(), at: Date.now() });
  }

  /** Takes a note away. */
  async unwrite(id: string): Promise<void> {
    await learner.database.notes.delete(id);
  }

  /** Puts the room under another secret. */
  changeSecret(current: string, next: string): ReturnType<typeof changeMediatorSecret> {
    return changeMediatorSecret(learner.database, current, next);
  }

  /** Makes this device one person's again: everybody is erased. */
  async closeStation(): Promise<void> {
    this.live.endAll();
    await closeStation(learner.database);
    this.close();
  }

  async #take(text: string, only?: string): Promise<Result<string, TakeRefusal>> {
    const glimpse = await readGlimpse(text, today(), digest);
    if (!glimpse.ok) return glimpse;
    const { session } = glimpse.value;
    if (only !== undefined && session !== only) return refusal('somethingElse');
    const now = Date.now();
    const kept = await keepSighting(learner.database, sightingOf(glimpse.value, now), today(), now);
    if (!kept.ok) return kept;
    await this.read();
    return success(session);
  }
}

function today(): string {
  return localDay(momentNow());
}

export const room = new Room();
