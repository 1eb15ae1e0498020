import type { Kysely } from 'kysely';
import { base64url } from '#lib/base/bytes.ts';
import { signerOfJwk, type StoredKeyPair } from '#lib/base/platform/crypto.ts';
import { LocalDatabase } from '#lib/local/database.ts';
import type { Database } from '#lib/server/schema.ts';
import { signInstallation } from '#lib/trust/installation.ts';
import { outboxRow } from '../local/outbox.ts';
import type { OutgoingEvent } from '../outgoing-event.ts';

let count = 0;

/** The browser of somebody who joined a campaign by its card: the device's real database, with no page. */
export async function deviceWith(
  root: StoredKeyPair,
  campaign: { readonly organisation: string; readonly campaign: string; readonly card: string },
): Promise<LocalDatabase> {
  count += 1;
  const database = new LocalDatabase(`device-${count}`);
  const key = base64url(root.publicKey);
  const installation = { version: 1, root: key, name: 'Jalon', publishers: [key] } as const;
  const value = await signInstallation(
    { ...installation, publishers: [key] },
    await signerOfJwk(root.privateJwk),
  );
  await database.kept.put({ name: 'installation', value });
  const { organisation, card } = campaign;
  await database.cards.put({ organisation, campaign: campaign.campaign, code: 'ABCDEFGH2', text: card });
  return database;
}

/** A copy of a browser's profile: all that it holds, the key that signs included. */
export async function twinOf(device: LocalDatabase): Promise<LocalDatabase> {
  count += 1;
  const twin = new LocalDatabase(`device-${count}`);
  for (const table of device.tables) await twin.table(table.name).bulkPut(await table.toArray());
  return twin;
}

/** Who shared, as the server holds it, by epoch and in order. */
export async function sharersIn(database: Kysely<Database>): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('event')
    .where('type', '=', 'consent.given')
    .select(['epoch', 'body'])
    .orderBy('epoch')
    .orderBy('seq')
    .execute();
  return rows.map(({ epoch, body }) =>
    body === null ? `${epoch} emptied` : `${epoch} ${(JSON.parse(body) as { nickname: string }).nickname}`,
  );
}

/** Puts a result into the outbox, agreed to on a day; gives the name of its entry. */
export async function agree(
  device: LocalDatabase,
  campaign: { readonly organisation: string; readonly campaign: string },
  nickname: string,
): Promise<string> {
  const events: OutgoingEvent[] = [
    {
      ...{ type: 'consent.given', campaign: campaign.campaign, scope: 'levels', textHash: 'B'.repeat(43) },
      ...{ nickname, avatar: 'fox', day: '2026-03-02' },
    },
    { type: 'attempt.started', policy: 'diagnostic', bundle: 'socle', revision: 1, engine: 1, grader: 1 },
    { type: 'attempt.completed', levels: [['1', 2, 1, 3, 40]], isHelped: false },
  ];
  return entry(device, campaign, events);
}

/** Takes an agreement back, as the page does. */
export async function takeBack(
  device: LocalDatabase,
  campaign: { readonly organisation: string; readonly campaign: string },
  takesBack: string,
): Promise<string> {
  const consent = (await device.outbox.get(takesBack))?.first ?? 0;
  const { campaign: name } = campaign;
  const event = { type: 'consent.withdrawn', campaign: name, consent, day: '2026-03-03' } as const;
  return entry(device, campaign, [event], { takesBack });
}

async function entry(
  device: LocalDatabase,
  campaign: { readonly organisation: string; readonly campaign: string },
  events: readonly OutgoingEvent[],
  more: { readonly takesBack?: string } = {},
): Promise<string> {
  const at = (await device.outbox.count()) + 1;
  const row = { ...(await outboxRow(device, campaign, events, at)), ...more };
  await device.outbox.put(row);
  return row.id;
}
