import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

test('[SV-13] work in the background waits while somebody waits for an answer, and goes on under a flood', async () => {
  const turns = new Turns();
  await turns.calm();
  const told: string[] = [];
  let answer: () => void = () => undefined;
  const answered = turns.first(() => new Promise<void>((resolve) => (answer = resolve)));
  const calm = turns.calm().then(() => told.push('background'));
  await Promise.resolve();
  expect(told).toEqual([]);
  told.push('answer');
  answer();
  await answered;
  await calm;
  expect(told).toEqual(['answer', 'background']);
  // Nobody ever answers: the background is not held up for good.
  void turns.first(() => new Promise(() => undefined));
  await turns.calm();
});
