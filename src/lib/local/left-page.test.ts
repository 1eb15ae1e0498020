import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { LocalDatabase } from './database.ts';
import { abortWhenLeft } from './left-page.ts';

const page = new EventTarget();
const reload = vi.fn();
abortWhenLeft(page, reload);

let made = 0;
const fresh = (): LocalDatabase => new LocalDatabase(`left-${(made += 1)}`);
const learner = { learner: 'lina', usedAt: 1 };

/** What a browser tells a page that it keeps for the way back, or forgets. */
function tell(type: 'pagehide' | 'pageshow', persisted = true): void {
  page.dispatchEvent(Object.assign(new Event(type), { persisted }));
}

/** A write of many requests, that has begun. */
async function longWrite(database: LocalDatabase): Promise<{ readonly end: Promise<unknown> }> {
  let hasBegun: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (hasBegun = resolve));
  const end = Promise.resolve(
    database.transaction('rw', database.learners, async () => {
      await database.learners.add(learner);
      hasBegun();
      for (let request = 1; request < 1000; request += 1) await database.learners.count();
    }),
  ).catch((error: unknown) => error);
  await begun;
  return { end };
}

test('[JN-11] a page that had nothing under way, or that is not kept, goes on as it was', async () => {
  const database = fresh();
  await database.learners.add(learner);
  tell('pagehide');
  tell('pageshow');

  const writing = database.transaction('rw', database.learners, async () => {
    await database.learners.put({ ...learner, usedAt: 2 });
    tell('pagehide', false);
    tell('pageshow', false);
    await database.learners.put({ ...learner, usedAt: 3 });
  });
  await writing;
  expect(await database.learners.toArray()).toEqual([{ ...learner, usedAt: 3 }]);
  expect(reload).not.toHaveBeenCalled();
});

test('[JN-11] a page that is kept for the way back ends what it was writing, and the next page writes', async () => {
  const left = fresh();
  const { end } = await longWrite(left);
  tell('pagehide');
  expect(await end).toMatchObject({ name: 'AbortError' });
  expect(reload).not.toHaveBeenCalled();

  tell('pageshow');
  expect(reload).toHaveBeenCalledOnce();
  const next = new LocalDatabase(left.name);
  expect(await next.learners.count()).toBe(0);
  await next.learners.add(learner);
});

test('[JN-11] what begins after the page is left is not begun either, and the making of the tables ends', async () => {
  const database = fresh();
  await database.open();
  tell('pagehide');
  await expect(database.learners.add(learner)).rejects.toMatchObject({ name: /Abort|Inactive|InvalidState/ });
  tell('pageshow');
  expect(await database.learners.count()).toBe(0);

  const opening = indexedDB.open('made-while-left');
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('made');
    tell('pagehide');
    tell('pageshow');
  };
  const failure = await new Promise((resolve) => {
    opening.onsuccess = () => resolve('made');
    opening.onerror = () => resolve(opening.error?.name);
  });
  expect(failure).toBe('AbortError');
});
