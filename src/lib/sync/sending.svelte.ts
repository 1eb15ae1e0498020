import { base64url, utf8 } from '#lib/base/bytes.ts';
import { localDay } from '#lib/base/clock.ts';
import { digest } from '#lib/base/platform/crypto.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { Attempt } from '#lib/assessment/attempt.ts';
import { learner, momentNow } from '#lib/assessment/learner.svelte.ts';
import type { Consent } from '#lib/assessment/profile.ts';
import type { Card } from '#lib/campaigns/card.ts';
import { keptCard } from '#lib/campaigns/local/cards.ts';
import { kinds } from '#lib/challenges/registry.ts';
import { sharedResponse } from '#lib/challenges/shared-response.ts';
import { loadRevision } from '#lib/content/local/load-revision.ts';
import type { AppendRefusal } from '#lib/journal/event-store.ts';
import type { OutboxRow } from '#lib/local/database.ts';
import type { RoundOutcome } from '#lib/local/reachability.ts';
import { language } from '#lib/i18n/language.svelte.ts';
import { reports } from '#lib/reports/reports.svelte.ts';
import { consentLines, type ConsentText } from './consent.ts';
import { askForBackgroundSync, startCourier } from './local/courier.ts';
import { sendAgain } from './local/flush.ts';
import { isUnconfirmed, outboxRow, payloadHash } from './local/outbox.ts';
import { keptSlip } from './local/slips.ts';
import type { OutgoingEvent } from './outgoing-event.ts';
import { shareOf } from './share.ts';

/** Why an agreement could not be recorded: the journal's reasons, or the content of the attempt is gone. */
export type SendRefusal = AppendRefusal | 'contentGone';

/** What the learner agreed to send, and what became of it; carries it while a page is open. */
class Sending {
  #rows = $state.raw<readonly OutboxRow[]>([]);
  #isRead = $state(false);
  #refusals = $state.raw<ReadonlyMap<string, string>>(new Map());
  #counted: (waiting: number) => void = () => undefined;
  #courier: ReturnType<typeof startCourier> | undefined;

  /** Whether the outbox was read: before, an entry that is not found says nothing. */
  get isRead(): boolean {
    return this.#isRead;
  }

  /** How many entries of this learner have not left yet. */
  get waiting(): number {
    const own = new Set(learner.profile.consents.flatMap(({ outbox, withdrawal }) => [outbox, withdrawal]));
    return this.#rows.filter(
      (row) => row.first === undefined && row.setAside === undefined && own.has(row.id),
    ).length;
  }

  /** How many entries of this device have no receipt yet: they may be handed over, even when they left by another road. */
  get unconfirmed(): number {
    return this.#rows.filter(isUnconfirmed).length;
  }

  /** An entry of the outbox by its id. */
  row(id: string | undefined): OutboxRow | undefined {
    return this.#rows.find((row) => row.id === id);
  }

  /** Why an organisation last refused; undefined when it did not. */
  refusalOf(organisation: string): string | undefined {
    return this.#refusals.get(organisation);
  }

  /** Begins to carry, once a page; `counted` hears after each round how many entries have not left. */
  start(counted: (waiting: number) => void = () => undefined): void {
    this.#counted = counted;
    this.#courier ??= startCourier(learner.database, () => {
      void this.refresh();
    });
    void this.refresh();
  }

  /** Reads the outbox again: the service worker may have sent. */
  async refresh(): Promise<void> {
    const database = learner.database;
    this.#rows = await database.outbox.toArray().catch(() => []);
    this.#isRead = true;
    const identities = await database.identities.toArray().catch(() => []);
    this.#counted(this.waiting);
    await reports.refresh();
    this.#refusals = new Map(
      identities.flatMap((each) => (each.refusal ? [[each.organisation, each.refusal]] : [])),
    );
  }

  /** The very events that would leave; undefined when the content of the attempt is no longer on the device. */
  async preview(
    attempt: Attempt,
    card: Card,
    text: ConsentText,
  ): Promise<readonly OutgoingEvent[] | undefined> {
    const loaded = await loadRevision(learner.database, attempt.bundle, attempt.revision, language.content);
    if (loaded === undefined) return undefined;
    const { nickname, avatar } = learner.profile;
    const textHash = base64url(await digest(utf8(consentLines(text))));
    const day = localDay(momentNow());
    const { items } = loaded.manifest;
    const numbers = new Map(items.map((item, number) => [item.id, number]));
    // An item that its own revision does not name could never be read: nothing is promised then.
    if (attempt.responses.some((given) => !numbers.has(given.item))) return undefined;
    return shareOf(attempt, { campaign: card.campaign, nickname, avatar, day, textHash }, (item) => {
      const number = numbers.get(item) ?? 0;
      const kind = kinds[items[number]?.kind ?? 'short-text'];
      return { number, choice: (response) => sharedResponse(kind, response) };
    });
  }

  /** Records the agreement and puts what was shown into the outbox, in one write; then tries to send. */
  async agree(
    attempt: Attempt,
    card: Card,
    events: readonly OutgoingEvent[],
  ): Promise<Result<'recorded', SendRefusal>> {
    const { organisation, campaign, asks } = card.campaign;
    const consent = events[0];
    if (consent?.type !== 'consent.given') return refusal('contentGone');
    const row = await outboxRow(learner.database, card.campaign, events, Date.now());
    const recorded = await learner.record(
      [
        {
          type: 'consent.given',
          attempt: attempt.id,
          organisation,
          campaign,
          scope: asks,
          textHash: consent.textHash,
          payloadHash: await payloadHash(events),
          outbox: row.id,
        },
      ],
      { put: row },
    );
    if (recorded.ok) await this.carry();
    return recorded;
  }

  /** Takes an entry out of the outbox; refused with `alreadyLeft` once it stands in a parcel. */
  async cancel(consent: Consent): Promise<Result<'recorded', AppendRefusal>> {
    const recorded = await learner.record([{ type: 'consent.cancelled', outbox: consent.outbox }], {
      cancel: consent.outbox,
    });
    await this.refresh();
    return recorded;
  }

  /** Takes an agreement back after it has left: the request to erase travels the same road. */
  async withdraw(consent: Consent): Promise<Result<'recorded', AppendRefusal>> {
    const row = this.row(consent.outbox);
    // The place in a new epoch is given when it is sealed, to both.
    const first = row?.first ?? (row?.hasLeft === true ? 0 : undefined);
    const slip = first === undefined ? await keptSlip(learner.database, consent.outbox) : undefined;
    const [day, { campaign }] = [localDay(momentNow()), consent];
    if (first === undefined && slip === undefined) return refusal('alreadyLeft');
    const event: OutgoingEvent = slip
      ? {
          ...{ type: 'withdrawal.carried', campaign, day, device: slip.device, epoch: slip.epoch },
          ...{ consent: slip.consent, signature: base64url(slip.signature) },
        }
      : { type: 'consent.withdrawn', campaign, consent: first ?? 0, day };
    const entry = {
      ...(await outboxRow(learner.database, consent, [event], Date.now())),
      takesBack: consent.outbox,
    };
    const fact = { type: 'consent.withdrawn', outbox: consent.outbox, withdrawal: entry.id } as const;
    const recorded = await learner.record([fact], { put: entry });
    if (recorded.ok) await this.carry();
    return recorded;
  }

  /** Tries now. */
  async now(): Promise<void> {
    await this.#courier?.now();
    await this.refresh();
  }

  /** Sends what was already sent once more, by hand. */
  async again(consent: Consent): Promise<Result<RoundOutcome, AppendRefusal>> {
    const card = await keptCard(learner.database, consent.organisation, consent.campaign);
    const outcome = card === undefined ? 'empty' : await sendAgain(learner.database, card);
    await this.refresh();
    return success(outcome);
  }

  /** Tries now, and asks to be woken for what cannot leave yet. */
  async carry(): Promise<void> {
    this.start(this.#counted);
    await this.refresh();
    await askForBackgroundSync();
    void this.#courier?.now();
  }
}

export const sending = new Sending();
