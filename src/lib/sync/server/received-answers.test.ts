import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digest } from '#lib/base/platform/crypto.ts';
import * as registry from '#lib/challenges/registry.ts';
import { checkSources } from '#lib/content/check.ts';
import { compileBundle } from '#lib/content/compile.ts';
import { itemsOf } from '#lib/content/server/bundle-reader.ts';
import { writeBundle } from '#lib/content/server/bundle-writer.ts';
import { tinySources } from '#lib/content/tiny-sources.ts';
import { freshDatabase } from '#lib/server/fresh-database.contract.ts';
import type { Database, Verdict } from '#lib/server/schema.ts';
import type { OutgoingEvent } from '../outgoing-event.ts';
import { receivedAnswers, type ReceivedAnswer } from './received-answers.ts';

const organisation = 'aaaabbbbccccdddd';
let folder: string;
let database: Kysely<Database>;
let ids: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'received-'));
  const sources = checkSources(tinySources, registry);
  for (const bundle of sources.bundles) {
    await writeBundle(folder, await compileBundle(bundle, sources.framework, digest), {
      sign: undefined,
      after: 0,
    });
  }
  ids = (await itemsOf(folder, 'tiny', 1))!.map(({ id }) => id);
  database = await freshDatabase();
  await database
    .insertInto('organisation')
    .values({ organisation, name: 'EPN', certificate: '{}', created_at: 1 })
    .execute();
});

afterAll(() => database.destroy());

function share(
  scope: 'levels' | 'answers',
  responses: readonly { item: number; score: number; help?: 0 | 1 }[],
  revision = 1,
): OutgoingEvent[] {
  return [
    {
      type: 'consent.given',
      campaign: '00112233',
      scope,
      textHash: 'B'.repeat(43),
      nickname: 'Lina',
      avatar: 'fox',
      day: '2026-03-02',
    },
    { type: 'attempt.started', policy: 'diagnostic', bundle: 'tiny', revision, engine: 1, grader: 1 },
    ...responses.map(({ item, score, help = 0 }): OutgoingEvent => ({
      ...{ type: 'response.given', item, choice: null, score, isSkipped: false, help, seconds: 9 },
    })),
    { type: 'attempt.completed', levels: [['1', 2, 1, 3, 40]], isHelped: false },
  ];
}

async function receive(device: string, events: readonly OutgoingEvent[], verdict?: Verdict): Promise<void> {
  const stream = { organisation, device, epoch: 1 };
  await database
    .insertInto('device')
    .values({
      ...stream,
      campaign: '00112233',
      public_key: device,
      head_seq: 0,
      head_hash: '',
      enrolled_at: 1,
    })
    .execute();
  await database
    .insertInto('event')
    .values(
      events.map((event, index) => ({
        ...stream,
        seq: index + 1,
        hash: `${device} ${index}`,
        type: event.type,
        body: JSON.stringify(event),
        received_at: 1,
      })),
    )
    .execute();
  if (verdict === undefined) return;
  await database
    .insertInto('participation')
    .values({
      ...{ ...stream, seq: 1, campaign: '00112233', nickname: '', avatar: '', scope: 'answers', policy: '' },
      ...{ day: '', bundle: 'tiny', revision: '1', levels: '[]', verdict, answers: 1, received_at: 1 },
      withdrawn_at: null,
    })
    .execute();
}

test('[AD-49] answers that organisations received are read, without those that were taken back, contradicted or helped', async () => {
  await receive('a'.repeat(24), [
    ...share('answers', [
      { item: 0, score: 1 },
      { item: 1, score: 1, help: 1 },
      { item: 1, score: 0 },
      { item: 99, score: 1 },
    ]),
    ...share('levels', []),
  ]);
  await receive('b'.repeat(24), share('answers', [{ item: 0, score: 1 }]), 'differs');
  await receive('c'.repeat(24), share('answers', [{ item: 0, score: 1 }], 8));
  await receive('d'.repeat(24), share('answers', [{ item: 1, score: 1 }]));
  await receive('e'.repeat(24), share('answers', [{ item: 1, score: 1 }]));
  await database.updateTable('event').set({ body: null }).where('device', '=', 'e'.repeat(24)).execute();
  const answers: ReceivedAnswer[] = [];
  for await (const answer of receivedAnswers(database, folder)) answers.push(answer);
  const at = Date.parse('2026-03-02');
  expect(answers.map(({ learner: _, ...answer }) => answer)).toEqual([
    { item: ids[0], score: 1, at },
    { item: ids[1], score: 0, at },
    { item: ids[1], score: 1, at },
  ]);
  expect(answers[0]!.learner).toBe(answers[1]!.learner);
  expect(answers[0]!.learner).not.toBe(answers[2]!.learner);
  expect(answers[0]!.learner).toMatch(/^[0-9a-f]{32}$/);
});
