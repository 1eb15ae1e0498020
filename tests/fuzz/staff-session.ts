import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { bytesOfBase64url } from '#lib/base/bytes.ts';
import { organisationKey } from '#lib/campaigns/server/organisation-store.ts';
import { openDatabase } from '#lib/server/database.ts';
import type { Database } from '#lib/server/schema.ts';
import { joinedTo } from '#lib/sync/server/joined.contract.ts';
import { SendingDevice, type Joined } from '#lib/sync/server/sending-device.contract.ts';
import { contentType, packFrames } from '#lib/sync/wire.ts';
import { staff, type ServerProcess } from '../journeys/server-process.ts';

/** What stands in all that belongs to the other organisation, and in no request. */
const secret = 'Zwaluwnest-4711';

/** Where one organisation's things are found. */
interface Place {
  readonly organisation: string;
  readonly campaign: string;
  readonly participation: string;
}

/** Somebody of the staff who is signed in, and an organisation that they are no member of, on the same server. */
export class StaffSession {
  readonly own: Place;
  readonly other: Place;
  readonly cookie: string;
  readonly #server: ServerProcess;
  readonly #before: string;

  private constructor(server: ServerProcess, own: Place, other: Place, cookie: string, before: string) {
    this.#server = server;
    this.own = own;
    this.other = other;
    this.cookie = cookie;
    this.#before = before;
  }

  /** Signs in to the demonstration, makes the other organisation, and sends a result to each. */
  static async of(server: ServerProcess): Promise<StaffSession> {
    const database = join(server.dataDirectory, 'jalon.sqlite');
    const opened = await openDatabase(database);
    if (!opened.ok) throw new Error(opened.detail ?? opened.reason);
    const held = opened.value;
    const demo = await demonstration(held);
    const joined = await joinedTo(held, Date.now());
    await held
      .updateTable('organisation')
      .set({ name: secret })
      .where('organisation', '=', joined.organisation)
      .execute();
    await held
      .updateTable('campaign')
      .set({ title_fr: secret, title_en: secret, purpose_fr: secret, purpose_en: secret })
      .where('organisation', '=', joined.organisation)
      .execute();
    await held.destroy();
    const own = await placeWith(server, demo, 'Lina');
    const other = await placeWith(server, joined, secret);
    const cookie = await signedIn(server);
    return new StaffSession(server, own, other, cookie, await otherHolds(server, other));
  }

  /** A text with what is drawn of the names in it: mostly the own organisation's, sometimes the other's. */
  named(path: string, isOther: (name: string) => boolean): string {
    return path.replace(/\[(organisation|campaign|participation)\]/g, (_, name: keyof Place) =>
      isOther(name) ? this.other[name] : this.own[name],
    );
  }

  /** Whether an answer tells what belongs to the other organisation. */
  tellsSecret(body: Uint8Array): boolean {
    return Buffer.from(body).includes(secret);
  }

  /** What is wrong at the end: the session no longer opened its own organisation, or something of the other was changed. */
  async faults(): Promise<readonly string[]> {
    const address = `${this.#server.address}/organisation/${this.own.organisation}`;
    const answer = await fetch(address, { headers: { cookie: this.cookie }, redirect: 'manual' });
    return [
      ...(answer.status === 200 ? [] : [`the session ended: ${answer.status}`]),
      ...((await otherHolds(this.#server, this.other)) === this.#before
        ? []
        : ['something of another organisation was changed']),
    ];
  }
}

/** The demonstration's campaign, as whoever reads its card knows it. */
async function demonstration(held: Kysely<Database>): Promise<Joined> {
  const { organisation, campaign, join_secret } = await held
    .selectFrom('campaign')
    .select(['organisation', 'campaign', 'join_secret'])
    .executeTakeFirstOrThrow();
  const seal = await organisationKey(held, organisation, 'seal');
  const sealingKey = bytesOfBase64url(seal?.publicKey ?? '') ?? new Uint8Array(0);
  return { organisation, campaign, joinSecret: join_secret, sealingKey, receiptKey: new Uint8Array(0) };
}

/** An organisation with a result, sent by a device of its own. */
async function placeWith(server: ServerProcess, joined: Joined, nickname: string): Promise<Place> {
  const device = await SendingDevice.of(joined);
  device.share(nickname, 2);
  const answer = await fetch(`${server.address}/api/sync`, {
    method: 'POST',
    headers: { 'content-type': contentType },
    body: packFrames([{ type: 'parcel', bytes: await device.parcel() }]),
  });
  if (!answer.ok) throw new Error(`the result was not taken: ${answer.status}`);
  const { organisation, campaign } = joined;
  return { organisation, campaign, participation: `${device.writer.device}-1-2` };
}

async function signedIn(server: ServerProcess): Promise<string> {
  const answer = await fetch(`${server.address}/organisation/sign-in`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: server.address,
      accept: 'text/html',
    },
    body: new URLSearchParams(staff).toString(),
    redirect: 'manual',
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0] ?? '')
    .join('; ');
  if (answer.status !== 303 || cookie === '') throw new Error(`nobody could sign in: ${answer.status}`);
  return cookie;
}

/** All that the other organisation holds, as one text. */
async function otherHolds(server: ServerProcess, { organisation }: Place): Promise<string> {
  const opened = await openDatabase(join(server.dataDirectory, 'jalon.sqlite'));
  if (!opened.ok) throw new Error(opened.detail ?? opened.reason);
  const held = [];
  for (const table of ['organisation', 'campaign', 'membership', 'event'] as const)
    held.push(
      await opened.value.selectFrom(table).selectAll().where('organisation', '=', organisation).execute(),
    );
  await opened.value.destroy();
  return JSON.stringify(held);
}
