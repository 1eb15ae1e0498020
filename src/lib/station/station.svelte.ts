import { localDay } from '#lib/base/clock.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import { learner, momentNow } from '#lib/assessment/learner.svelte.ts';
import { readJournal } from '#lib/journal/local/open-journal.ts';
import { sealedCodec } from '#lib/journal/local/sealed-codec.ts';
import type { AppendRefusal } from '#lib/journal/event-store.ts';
import type { PersonRow, StationRow } from '#lib/local/database.ts';
import { isPolicy, type PolicyChoice } from '#lib/assessment/policy.ts';
import type { Profile } from '#lib/assessment/profile.ts';
import { fateOf } from './days-of-use.ts';
import { sessionOf, takePart } from './local/activities.ts';
import { passDay } from './local/retention.ts';
import { erasePerson } from '#lib/local/erase-person.ts';
import { addGuest, changePicture, keepPerson, type Opening } from './local/roster.ts';
import type { Secret } from './local/person-keys.ts';
import { writeSummary } from './local/sealed-to-mediator.ts';
import { summaryOf } from './summary.ts';

/** What the first screen says of the person who was there before. */
export type Farewell = 'locked' | 'left' | 'erased';

/** A device that several people use one after the other: who is on it, and whose journal is open. */
class Station {
  #row = $state.raw<StationRow>();
  #people = $state.raw<readonly PersonRow[]>([]);
  #seated = $state.raw<PersonRow>();
  #farewell = $state<Farewell>();
  #noting: Promise<void> = Promise.resolve();

  /** What is kept of the station itself; undefined on a device of one person, and before it is read. */
  get row(): StationRow | undefined {
    return this.#row;
  }

  /** Everybody on this device, the journals that wait for their end among them. */
  get people(): readonly PersonRow[] {
    return this.#people;
  }

  /** Those whose picture stands on the first screen. */
  get present(): readonly PersonRow[] {
    const days = this.#row?.days ?? [];
    return this.#people.filter((person) => ['here', 'leaving'].includes(fateOf(person, days, today())));
  }

  /** Whose journal is open. */
  get seated(): PersonRow | undefined {
    return this.#seated;
  }

  /** How the last person left, until the next one comes. */
  get farewell(): Farewell | undefined {
    return this.#farewell;
  }

  /** The assessment that a new person begins with; undefined when the mediator chose none for today. */
  get session(): PolicyChoice | undefined {
    const session = sessionOf(this.#row, today());
    if (session === undefined || !isPolicy(session.policy)) return undefined;
    return { policy: session.policy, competence: session.competence };
  }

  /** Reads who is here; counts the day, and erases what is over. */
  async read(): Promise<void> {
    const { database } = learner;
    await passDay(database, today(), this.#seated?.learner);
    await this.refresh();
  }

  /** Reads the rows again. */
  async refresh(): Promise<void> {
    const { stations, people } = learner.database;
    this.#row = await stations.get('station');
    this.#people = await people.toArray();
    const seated = this.#seated?.learner;
    if (seated !== undefined) this.#seated = this.#people.find((person) => person.learner === seated);
  }

  /** Makes room for a new person and opens a journal for them. */
  async welcome(nickname: string, avatar: string): Promise<Result<'seated', AppendRefusal | 'damaged'>> {
    const added = await addGuest(learner.database, crypto.randomUUID(), avatar, today());
    if (!added.ok) return added;
    const seated = await this.sit(added.value);
    if (!seated.ok) return seated;
    const named = await learner.record([{ type: 'learner.named', nickname, avatar }]);
    return named.ok ? success('seated') : named;
  }

  /** Opens the journal of somebody who showed what opens it; refused when the journal itself is damaged. */
  async sit({ person, key }: Opening): Promise<Result<'seated', 'damaged'>> {
    const { database } = learner;
    try {
      const journal = await readJournal(database, person.learner, sealedCodec(key));
      await database.people.update(person.learner, { usedDay: today(), isNoticed: false });
      this.#seated = person;
      this.#farewell = undefined;
      learner.take(journal, (profile) => this.#note(person.learner, profile));
    } catch {
      return refusal('damaged');
    }
    await this.refresh();
    return success('seated');
  }

  /** Closes the journal and forgets its key; all that was answered is on the disk. */
  lock(farewell: Farewell): void {
    this.#seated = undefined;
    this.#farewell = farewell;
    learner.lock();
  }

  /** Asks the mediator to come, or no longer. */
  async askHelp(needsHelp: boolean): Promise<void> {
    await learner.database.people.update(learner.id, { needsHelp });
    await this.refresh();
  }

  /** Puts the open journal of a guest under a code or a card. */
  async keep(secret: Exclude<Secret, { kind: 'none' }>): Promise<Result<'kept', AppendRefusal>> {
    const kept = await keepPerson(learner.database, learner.id, secret);
    if (!kept.ok) return refusal(kept.reason === 'gone' ? 'locked' : kept.reason);
    await this.refresh();
    return success('kept');
  }

  /** Erases the person at hand from this device. */
  async erase(): Promise<void> {
    const { database, id } = learner;
    // Closed first: nothing more is written in a journal that goes.
    this.lock('left');
    await this.#noting;
    await erasePerson(database, id);
    this.#farewell = 'erased';
    await this.refresh();
  }

  // What the mediator sees follows what is written, one after the other; a learner never waits for it.
  #note(id: string, profile: Profile): void {
    const { database } = learner;
    this.#noting = this.#noting
      .then(async () => {
        await writeSummary(database, id, summaryOf(profile));
        await takePart(database, id, today(), Date.now());
        if (profile.avatar !== '') await changePicture(database, id, profile.avatar);
      })
      .catch(() => undefined);
  }
}

/** The day by this device's clock. */
function today(): string {
  return localDay(momentNow());
}

export const station = new Station();
