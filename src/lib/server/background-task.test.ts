import { expect, test } from 'vitest';
import { backgroundTask } from './background-task.ts';

test('wakes during a run lead to exactly one more, never two at once', async () => {
  let runs = 0;
  let isRunning = false;
  const task = backgroundTask(
    async () => {
      expect(isRunning).toBe(false);
      isRunning = true;
      runs += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      isRunning = false;
    },
    () => expect.unreachable(),
  );
  task.wake();
  task.wake();
  task.wake();
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(runs).toBe(2);
  task.wake();
  await task.stop();
  expect(runs).toBe(3);
  task.wake();
  expect(runs).toBe(3);
});

test('a run that fails is told, and the next wake tries again', async () => {
  const told: unknown[] = [];
  let runs = 0;
  const task = backgroundTask(
    async () => {
      runs += 1;
      if (runs === 1) throw new Error('disk full');
    },
    (error) => told.push(error),
  );
  task.wake();
  await new Promise((resolve) => setTimeout(resolve, 0));
  task.wake();
  await task.stop();
  expect(runs).toBe(2);
  expect(told).toEqual([new Error('disk full')]);
});

test('who waits to catch up waits for what was asked for until then, and no longer', async () => {
  let release = (): void => undefined;
  let runs = 0;
  let ends = 0;
  const task = backgroundTask(
    async () => {
      runs += 1;
      await new Promise<void>((resolve) => (release = resolve));
      ends += 1;
      if (ends === 2) throw new Error('disk full');
    },
    () => undefined,
  );
  await task.caughtUp();
  task.wake();
  const first = task.caughtUp().then(() => ends);
  task.wake();
  const second = task.caughtUp().then(() => ends);
  release();
  expect(await first).toBe(1);
  // The second run is under way; that it fails holds nobody up.
  await expect.poll(() => runs).toBe(2);
  release();
  expect(await second).toBe(2);
  await task.stop();
});
