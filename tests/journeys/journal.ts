import { expect, type Page } from '@playwright/test';
import { challenges } from '../contract/challenges.ts';
import { taskDrawn } from './device.ts';
import { printEvent, type EventFact, type JournalEvent } from '../../src/lib/journal/event.ts';

const bundle = 'socle';

/** Writes facts at the end of the journal of the device that a page shows; the page opened next begins from them. */
async function write(page: Page, facts: readonly EventFact[]): Promise<void> {
  const moment = { at: Date.now(), offsetMinutes: 60 };
  const bodies = facts.map((fact) => printEvent({ ...fact, ...moment }));
  await page.evaluate(async (texts) => {
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('refused'));
      });
    const database = await settled(indexedDB.open('jalon'));
    const stores = database.transaction(['learners', 'events'], 'readwrite');
    const [learner] = await settled(stores.objectStore('learners').getAllKeys());
    const events = stores.objectStore('events');
    const head = await settled(events.count());
    const rows = texts.map((text, index) => ({
      learner,
      seq: head + index + 1,
      body: new TextEncoder().encode(text),
    }));
    await Promise.all(rows.map((row) => settled(events.add(row))));
    database.close();
  }, bodies);
}

/** The newest revision that the device holds. */
async function revisionOn(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('refused'));
      });
    const database = await settled(indexedDB.open('jalon'));
    const keys = await settled(database.transaction('revisions').objectStore('revisions').getAllKeys());
    database.close();
    return Math.max(...(keys as [string, number][]).map(([, revision]) => revision));
  });
}

type Start = EventFact & { readonly type: 'attempt.started' };

async function startOf(page: Page, item: string): Promise<Start> {
  return {
    type: 'attempt.started',
    attempt: crypto.randomUUID(),
    policy: 'diagnostic',
    competence: null,
    bundle,
    revision: await revisionOn(page),
    engine: 1,
    grader: 1,
    seed: 'a-journey',
    length: 10,
    campaign: null,
    item,
  };
}

/**
 * Opens an attempt on this device at one question, as if chance had chosen it: practice, where what came of it is told
 * at once, or another.
 */
export async function ask(
  page: Page,
  item: string,
  policy: 'practice' | 'certification' | 'diagnostic' = 'practice',
): Promise<void> {
  const challenge = challenges.find((each) => each.challenge.id === item)?.challenge;
  if (challenge === undefined) throw new Error(`there is no challenge ${item}`);
  const { competence, skill } = challenge;
  await write(page, [{ ...(await startOf(page, item)), policy, competence, skill }]);
  await page.goto(new URL('/test', page.url()).href);
  await expect(
    page.getByRole('button', { name: /^(Valider|Bevestigen|Bestätigen|Confirm|Commencer|Begin)$/ }),
  ).toBeVisible();
  await taskDrawn(page);
}

/** The bodies of the events in the device's journals, in their order. */
export function bodies(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('refused'));
      });
    const database = await settled(indexedDB.open('jalon'));
    const rows = await settled(database.transaction('events').objectStore('events').getAll());
    database.close();
    return (rows as { body: Uint8Array }[]).map(({ body }) => new TextDecoder().decode(body));
  });
}

/** The events in the device's journals, in their order. */
export async function events(page: Page): Promise<readonly JournalEvent[]> {
  return (await bodies(page)).map((body) => JSON.parse(body) as JournalEvent);
}

/** The exercise that is asked; null between two of them. */
export async function asked(page: Page): Promise<string | null> {
  const last = (await events(page)).findLast(
    ({ type }) => type === 'attempt.started' || type === 'response.given',
  );
  if (last?.type === 'attempt.started') return last.item;
  return last?.type === 'response.given' ? last.next : null;
}

/** The answers in the journal of the device, in their order. */
export async function responses(page: Page): Promise<readonly Record<string, unknown>[]> {
  return (await bodies(page))
    .map((body) => JSON.parse(body) as Record<string, unknown>)
    .filter(({ type }) => type === 'response.given');
}

/** What a finished test is like, where it matters. */
interface Finished {
  /** How many of the first questions were answered well. */
  readonly passed?: number;
  readonly nickname?: string;
  /** What levels are told of. */
  readonly targets?: readonly string[];
  readonly policy?: string;
}

/** Puts a finished test into the journal: some questions done, the others passed over, and a level for each target. */
export async function finishTest(
  page: Page,
  items: readonly string[],
  {
    passed = 1,
    nickname = 'Marie-Christine D.',
    targets = ['1', '2', '3', '4', '5'],
    policy = 'diagnostic',
  }: Finished = {},
): Promise<void> {
  const start = { ...(await startOf(page, items[0] ?? '')), policy };
  const { attempt } = start;
  const answers = items.map((item, index): EventFact => {
    const isRight = index < passed;
    return {
      type: 'response.given',
      attempt,
      item,
      response: null,
      outcome: isRight ? 'correct' : 'skipped',
      score: isRight ? 1 : 0,
      steps: 1,
      mistakes: [],
      help: 0,
      seconds: 20,
      next: items[index + 1] ?? null,
    };
  });
  const levels = targets.map((target, index) => ({
    target,
    level: (index % 5) + 2,
    low: (index % 5) + 1,
    high: (index % 5) + 3,
    certainty: 0.6,
  }));
  await write(page, [
    { type: 'learner.named', nickname, avatar: 'fox' },
    start,
    ...answers,
    { type: 'attempt.completed', attempt, levels },
  ]);
}
