import { expect, type Page } from '@playwright/test';
import { begin, joinAndTakeTest, sendResult, standsAt } from './device.ts';

/** The size of a learner's screen. */
export const phone = { width: 360, height: 640 };

/** What a device holds of its person; none of it may be lost by what comes from outside. */
export interface Held {
  /** The sequences of the journal's events, in order. */
  readonly journal: readonly number[];
  readonly answers: number;
  readonly outbox: readonly { readonly hasLeft: boolean; readonly isReceived: boolean }[];
  readonly cards: number;
  readonly revisions: readonly number[];
  readonly hasBallast: boolean;
}

/** Reads the device's database beside the application. */
export function held(page: Page): Promise<Held> {
  return page.evaluate(async () => {
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('refused'));
      });
    const database = await settled(indexedDB.open('jalon'));
    const rows = (store: string) =>
      settled(database.transaction(store).objectStore(store).getAll()) as Promise<Record<string, unknown>[]>;
    const text = new TextDecoder();
    const events = await rows('events');
    const outbox = await rows('outbox');
    const found = {
      journal: events.map((row) => Number(row['seq'])),
      answers: events.filter((row) => text.decode(row['body'] as Uint8Array).includes('"response.given"'))
        .length,
      outbox: outbox.map((row) => ({
        hasLeft: row['first'] !== undefined,
        isReceived: row['acknowledgedAt'] !== undefined,
      })),
      cards: (await rows('cards')).length,
      revisions: (await rows('revisions')).map((row) => Number(row['revision'])),
      hasBallast: (await rows('kept')).some((row) => row['name'] === 'ballast'),
    };
    database.close();
    return found;
  });
}

/** Whether sequences go 1, 2, 3 … without a hole. */
export function expectDense({ journal }: Held): void {
  expect(journal).toEqual(journal.map((_, index) => index + 1));
}

/** Begins a test from the application's own start page. */
export async function startTest(page: Page, nickname = 'Lina'): Promise<void> {
  await page.goto(new URL('/start', page.url()).href);
  await begin(page, nickname);
  await standsAt(page, 1);
}

/** Joins by the link of a poster, takes the test and asks to send its result; what becomes of it is then on the page. */
export async function takeAndSend(page: Page, link: string, nickname: string): Promise<void> {
  await page.goto(link);
  await joinAndTakeTest(page, nickname);
  await sendResult(page);
}

/** Notes every fault that a page says in its console or throws; what the network refuses is not one. */
export function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });
  return faults;
}
