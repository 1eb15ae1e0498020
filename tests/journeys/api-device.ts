import { join } from 'node:path';
import { expect, type APIRequestContext } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { base64url, bytesOfBase64url, hex } from '#lib/base/bytes.ts';
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
import { openCard, type Card } from '#lib/campaigns/card.ts';
import { chainOf, chainStart, type Writer } from '#lib/sync/chain.ts';
import { joinProof } from '#lib/sync/enrolment.ts';
import type { OutgoingEvent } from '#lib/sync/outgoing-event.ts';
import { makeParcel } from '#lib/sync/parcel.ts';
import { openReceipt, type Receipt } from '#lib/sync/receipt.ts';
import { readFrames, type ParcelRefusal } from '#lib/sync/wire.ts';
import type { ServerProcess } from './server-process.ts';

/** What the server's database holds, read beside the running server. */
export function rowsOf<Row>(server: ServerProcess, query: string): Row[] {
  const database = new Sqlite(join(server.dataDirectory, 'jalon.sqlite'), { readonly: true });
  try {
    return database.prepare(query).all() as Row[];
  } finally {
    database.close();
  }
}

/** The code of a campaign of the demonstration. */
export function codeOf(server: ServerProcess, title: string): string {
  const rows = rowsOf<{ title_fr: string; code: string }>(server, 'select title_fr, code from campaign');
  const row = rows.find(({ title_fr }) => title_fr === title);
  if (row === undefined) throw new Error(`no campaign « ${title} »`);
  return row.code;
}

/** A device without a browser: it reads a card and makes the very parcels that a browser would. */
export class ApiDevice {
  readonly card: Card;
  readonly writer: Writer;
  readonly #keys: StoredKeyPair;

  private constructor(card: Card, keys: StoredKeyPair) {
    this.card = card;
    this.#keys = keys;
    this.writer = { organisation: card.campaign.organisation, device: hex(randomBytes(12)), epoch: 1 };
  }

  /** A device that typed a code. */
  static async joined(request: APIRequestContext, server: ServerProcess, code: string): Promise<ApiDevice> {
    const answer = await request.get(`${server.address}/api/cards/${code}`);
    const installation = (await (await request.get(`${server.address}/api/installation`)).json()) as {
      readonly body: string;
    };
    const { root } = JSON.parse(installation.body) as { readonly root: string };
    const card = await openCard(await answer.text(), root, {}, verify);
    if (!card.ok) throw new Error(card.reason);
    return new ApiDevice(card.value, await generateStoredSigningKey());
  }

  /** Its enrolment, and one result under one agreement. */
  async events(nickname: string): Promise<OutgoingEvent[]> {
    const { campaign, joinSecret } = this.card.campaign;
    const key = base64url(this.#keys.publicKey);
    const proof = await joinProof(joinSecret, campaign, this.writer.device, key, digest);
    const textHash = base64url(await digest(randomBytes(8)));
    const day = '2026-03-02';
    return [
      { type: 'device.enrolled', key, campaign, proof },
      { type: 'consent.given', campaign, scope: 'levels', textHash, nickname, avatar: 'fox', day },
      { type: 'attempt.started', policy: 'diagnostic', bundle: 'socle', revision: 1, engine: 1, grader: 1 },
      { type: 'attempt.completed', levels: [['1', 2, 1, 3, 40]], isHelped: false },
    ];
  }

  /** Seals and signs events that stand at `from`, after `before`; with other keys, as somebody who stole the rest. */
  async parcel(
    events: readonly OutgoingEvent[],
    before: readonly OutgoingEvent[] = [],
    keys: StoredKeyPair = this.#keys,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const start = await chainStart(this.writer, digest);
    const previous = (await chainOf(start, before, digest)).at(-1) ?? start;
    const sealingKey = bytesOfBase64url(this.card.organisation.sealingKey)!;
    const content = { from: before.length + 1, previous, events };
    return makeParcel(this.writer, content, sealingKey, {
      digest,
      deflate,
      seal,
      sign: await signerOfJwk(keys.privateJwk),
    });
  }

  /** The receipt and the refusal in an answer, as this device believes them. */
  async read(body: Uint8Array): Promise<{ receipt?: Receipt; refusal?: ParcelRefusal }> {
    const frames = readFrames(new Uint8Array(body));
    expect(frames).toBeDefined();
    const answer: { receipt?: Receipt; refusal?: ParcelRefusal } = {};
    for (const frame of frames ?? []) {
      if (frame.type === 'refusal') answer.refusal = frame.refusal;
      if (frame.type !== 'receipt') continue;
      const key = bytesOfBase64url(this.card.organisation.receiptKey)!;
      const receipt = await openReceipt(frame.bytes, key, verify);
      if (receipt !== undefined) answer.receipt = receipt;
    }
    return answer;
  }
}
