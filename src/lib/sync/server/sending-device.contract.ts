import { base64url, hex } from '#lib/base/bytes.ts';
import {
  digest,
  generateStoredSigningKey,
  randomBytes,
  signerOfJwk,
  verify,
  type StoredKeyPair,
} from '#lib/base/platform/crypto.ts';
import { deflate } from '#lib/base/platform/deflate.ts';
import { seal } from '#lib/base/platform/sealing.ts';
import { chainOf, chainStart, type Writer } from '../chain.ts';
import { joinProof } from '../enrolment.ts';
import type { OutgoingEvent } from '../outgoing-event.ts';
import { makeParcel } from '../parcel.ts';
import { openReceipt, type Receipt } from '../receipt.ts';

/** What a device reads on the card of a campaign. */
export interface Joined {
  readonly organisation: string;
  readonly campaign: string;
  readonly joinSecret: string;
  readonly sealingKey: Uint8Array;
  readonly receiptKey: Uint8Array;
}

/** A device that sends: it makes the very parcels that a browser would, and believes signed receipts only. */
export class SendingDevice {
  readonly writer: Writer;
  readonly joined: Joined;
  /** All that it has to send, its enrolment first. */
  readonly events: OutgoingEvent[];
  readonly #keys: StoredKeyPair;

  private constructor(joined: Joined, writer: Writer, keys: StoredKeyPair, enrolment: OutgoingEvent) {
    this.joined = joined;
    this.writer = writer;
    this.#keys = keys;
    this.events = [enrolment];
  }

  /** A new device that holds the card of a campaign. */
  static async of(joined: Joined, device = hex(randomBytes(12)), epoch = 1): Promise<SendingDevice> {
    const keys = await generateStoredSigningKey();
    const key = base64url(keys.publicKey);
    const { organisation, campaign, joinSecret } = joined;
    const proof = await joinProof(joinSecret, campaign, device, key, digest);
    const enrolment: OutgoingEvent = { type: 'device.enrolled', key, campaign, proof };
    return new SendingDevice(joined, { organisation, device, epoch }, keys, enrolment);
  }

  /** Adds one result under one agreement; `responses` answers are shared with it. */
  share(nickname: string, responses = 1): void {
    const { campaign } = this.joined;
    this.events.push(
      {
        type: 'consent.given',
        campaign,
        scope: 'answers',
        textHash: 'B'.repeat(43),
        nickname,
        avatar: 'fox',
        day: '2026-03-02',
      },
      { type: 'attempt.started', policy: 'diagnostic', bundle: 'socle', revision: 1, engine: 1, grader: 1 },
      ...Array.from({ length: responses }, (_, item): OutgoingEvent => ({
        ...{ type: 'response.given', item, choice: { choice: 'a' }, score: 1, isSkipped: false, help: 0 },
        seconds: 9,
      })),
      { type: 'attempt.completed', levels: [['1', 2, 1, 3, 40]], isHelped: false },
    );
  }

  /** The digests of its chain, one an event, in hexadecimal. */
  async hashes(): Promise<string[]> {
    return (await chainOf(await chainStart(this.writer, digest), this.events, digest)).map(hex);
  }

  /** A parcel of its events from a place, the first one being 1, up to another. */
  async parcel(from = 1, upto = this.events.length): Promise<Uint8Array<ArrayBuffer>> {
    const start = await chainStart(this.writer, digest);
    const previous = (await chainOf(start, this.events.slice(0, from - 1), digest)).at(-1) ?? start;
    const content = { from, previous, events: this.events.slice(from - 1, upto) };
    const sign = await signerOfJwk(this.#keys.privateJwk);
    return makeParcel(this.writer, content, this.joined.sealingKey, { digest, deflate, seal, sign });
  }

  /** The receipt in some bytes, when the organisation signed it. */
  receiptIn(bytes: Uint8Array): Promise<Receipt | undefined> {
    return openReceipt(bytes, this.joined.receiptKey, verify);
  }
}
