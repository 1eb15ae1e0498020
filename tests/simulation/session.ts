import { runningAttempt, type Consent, type Profile } from '#lib/assessment/profile.ts';
import type { Card } from '#lib/campaigns/card.ts';
import type { EventFact } from '#lib/journal/event.ts';
import type { OutboxChange } from '#lib/journal/local/dexie-event-store.ts';
import { outboxRow, payloadHash } from '#lib/sync/local/outbox.ts';
import type { OutgoingEvent } from '#lib/sync/outgoing-event.ts';
import type { Device } from './device.ts';
import type { Expectation } from './expectation.ts';
import { answered, answersEach, completed, dayOfWithdrawal, shared, started, unfit } from './facts.ts';
import type { FaultPlan } from './fault-plan.ts';

/** Something to write, as the journal stands. */
interface Intent {
  readonly facts: readonly EventFact[];
  readonly change?: OutboxChange;
  /** An agreement that the person taps with it. */
  readonly agreed?: {
    readonly outbox: string;
    readonly events: readonly OutgoingEvent[];
    readonly isUnfit: boolean;
  };
  /** The entry that is taken back with it. */
  readonly cancelled?: string;
}
const mostTries = 60;

/** What a person does at a device, again and again until the screen says that it is done. */
export class Session {
  readonly #device: Device;
  readonly #plan: FaultPlan;
  readonly #expectation: Expectation;
  /** What stands between two writings: the network's turn, and what happens by itself. */
  readonly #between: () => Promise<void>;

  constructor(device: Device, plan: FaultPlan, expectation: Expectation, between: () => Promise<void>) {
    this.#device = device;
    this.#plan = plan;
    this.#expectation = expectation;
    this.#between = between;
  }

  /** An attempt from its first question to its result. */
  async takeAttempt(id: string, revision: () => number): Promise<void> {
    await this.#until(`start ${id}`, (profile) =>
      attemptOf(profile, id) === undefined ? { facts: [started(id, revision())] } : undefined,
    );
    for (let place = 1; place <= answersEach; place += 1) {
      await this.#until(`answer ${place}`, (profile) => {
        const attempt = attemptOf(profile, id);
        if (attempt === undefined || attempt.responses.length >= place) return undefined;
        return { facts: [answered(attempt)] };
      });
      await this.#between();
    }
    await this.#until('result', (profile) => {
      const attempt = runningAttempt(profile);
      return attempt?.id === id && attempt.current === null ? { facts: [completed(attempt)] } : undefined;
    });
  }

  /** « I agree » to send an attempt. */
  agree(id: string, { campaign }: Card): Promise<void> {
    return this.#until('agree', async (profile) => {
      const attempt = attemptOf(profile, id);
      if (attempt?.status !== 'completed' || profile.consents.some((each) => each.attempt === id))
        return undefined;
      const isUnfit = this.#plan.at('agreeing', id) === 'eventUnfit';
      const fit = shared(attempt, campaign, '2026-03-02');
      const events = isUnfit ? unfit(fit) : fit;
      return this.#sending(events, isUnfit, async (outbox) => ({
        ...{ type: 'consent.given', attempt: id, organisation: campaign.organisation },
        ...{ campaign: campaign.campaign, scope: campaign.asks, textHash: 'B'.repeat(43) },
        ...{ payloadHash: await payloadHash(events), outbox },
      }));
    });
  }

  /** « No longer »: before it left it is only cancelled, after that taken back. */
  async changeMind(id: string): Promise<void> {
    await this.#until('cancel', (profile) => {
      const consent = givenConsent(profile, id);
      if (consent === undefined) return undefined;
      const { outbox } = consent;
      return {
        facts: [{ type: 'consent.cancelled', outbox }],
        change: { cancel: outbox },
        cancelled: outbox,
      };
    });
    await this.#until('withdraw', async (profile) => {
      const consent = givenConsent(profile, id);
      const row = consent && (await this.#device.database.outbox.get(consent.outbox));
      const first = row?.first ?? (row?.hasLeft === true ? 0 : undefined);
      if (first === undefined || consent === undefined) return undefined;
      const event: OutgoingEvent = {
        ...{ type: 'consent.withdrawn', campaign: consent.campaign, consent: first, day: dayOfWithdrawal() },
      };
      const { outbox } = consent;
      const intent = await this.#sending([event], false, (withdrawal) =>
        Promise.resolve({ type: 'consent.withdrawn', outbox, withdrawal }),
      );
      const put = intent.change?.put;
      return put === undefined ? intent : { ...intent, change: { put: { ...put, takesBack: outbox } } };
    });
  }

  async #sending(
    events: readonly OutgoingEvent[],
    isUnfit: boolean,
    factOf: (outbox: string) => Promise<EventFact>,
  ): Promise<Intent> {
    const { database, browser } = this.#device;
    const consent = events.find(
      (event) => event.type === 'consent.given' || event.type === 'consent.withdrawn',
    );
    const organisation = (await database.cards.toCollection().first())?.organisation ?? '';
    const place = { organisation, campaign: consent?.campaign ?? '' };
    const row = await outboxRow(database, place, events, browser.clock);
    const agreed = { outbox: row.id, events, isUnfit };
    return { facts: [await factOf(row.id)], change: { put: row }, agreed };
  }

  /** Tries until the journal says that nothing is left to write; a tap may come from two tabs at once. */
  async #until(
    name: string,
    intend: (profile: Profile) => Intent | undefined | Promise<Intent | undefined>,
  ): Promise<void> {
    this.#plan.begin(name);
    for (let tries = 1; tries <= mostTries; tries += 1) {
      const read = await this.#device.profile();
      if (read === undefined) continue;
      const intent = await this.#device.attempt(async () => intend(read.profile));
      if (intent === undefined) return;
      if (typeof intent === 'string') continue;
      const isTwice = this.#plan.at('tap', name) === 'twoTabs';
      const other = isTwice ? this.#device.browser.open() : undefined;
      const second = other && (await this.#device.attempt(async () => intend(read.profile)));
      const taps = [this.#tap(read.head, intent, this.#device.database)];
      if (typeof second === 'object' && other !== undefined) taps.push(this.#tap(read.head, second, other));
      const outcomes = await Promise.all(taps);
      other?.close();
      if (outcomes.every((outcome) => outcome === 'alreadyLeft')) return;
    }
    this.#expectation.faults.push(`${name} could not be done in ${mostTries} tries`);
  }

  async #tap(head: number, intent: Intent, database = this.#device.database): Promise<string> {
    const { facts, change, agreed, cancelled } = intent;
    if (agreed !== undefined) this.#expectation.agree(agreed.outbox, agreed.events);
    if (agreed?.isUnfit === true) this.#expectation.unfit.add(agreed.outbox);
    const outcome = await this.#device.record(head, facts, change, database);
    if (outcome === 'done' && cancelled !== undefined) this.#expectation.cancelled.add(cancelled);
    return outcome;
  }
}

function attemptOf(profile: Profile, id: string) {
  return profile.attempts.find((attempt) => attempt.id === id);
}

function givenConsent(profile: Profile, id: string): Consent | undefined {
  return profile.consents.find((each) => each.attempt === id && each.status === 'given');
}
