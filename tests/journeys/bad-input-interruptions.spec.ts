import { expect, test } from '@playwright/test';
import type { Json } from '#lib/base/canonical-json.ts';
import { answer, begin, Device, readyOffline, standsAt } from './device.ts';
import { challenges } from '../contract/challenges.ts';
import { ask, responses } from './journal.ts';
import { actionsOf, play } from './play.ts';
import { keyboard } from './hand.ts';
import { ServerProcess } from './server-process.ts';

test('a call in mid-answer: the page was put away, and what was done and the help taken are there again', async () => {
  const server = await ServerProcess.started();
  const telephone = await Device.new();
  try {
    const page = await telephone.open();
    await page.goto(server.address);
    await readyOffline(page);
    await server.stop();
    await ask(page, '1.2/birthday-photos', 'practice');
    await page.getByRole('button', { name: 'Un indice' }).click();
    const photos = challenges.find(({ challenge }) => challenge.id === '1.2/birthday-photos');
    const right = photos?.examples.fr?.find(({ outcome }) => outcome === 'correct')?.response;
    if (photos === undefined || right === undefined) throw new Error('the exercise has a right example');
    await play(page, photos, actionsOf(photos, right as Json).slice(0, -1), keyboard);
    const rows = page.locator('.task li');
    const done = await rows.allInnerTexts();
    const undo = page.getByRole('button', { name: 'Défaire' });
    await expect(undo).toBeEnabled();

    await page.reload();
    await expect(undo).toBeEnabled();
    expect(await rows.allInnerTexts()).toEqual(done);
    await expect(page.getByRole('button', { name: 'Montrez-moi' })).toBeVisible();
    await page.getByRole('button', { name: 'Je ne sais pas' }).click();
    await expect(page.getByText('À retenir')).toBeVisible();
    expect((await responses(page)).at(-1)).toMatchObject({ help: 1 });
  } finally {
    await telephone.close();
    await server.stop('SIGKILL');
  }
});

test('the battery dies in mid-write, three times: each answer is there whole or not at all, and the test goes on', async () => {
  const server = await ServerProcess.started();
  const telephone = await Device.new();
  try {
    let page = await telephone.open();
    await page.goto(server.address);
    await readyOffline(page);
    await server.stop();
    await page.goto(`${server.address}/start`);
    await begin(page, 'Lina');
    let question = 1;
    for (const death of [1, 2, 3]) {
      await standsAt(page, question);
      // The tap is made and nothing is waited for.
      const tap = page.getByRole('button', { name: 'Je ne sais pas' }).click({ noWaitAfter: true });
      await tap.catch(() => undefined);
      await telephone.kill();

      page = await telephone.open();
      await page.goto(server.address);
      const resume = page.getByRole('link', { name: /^Reprendre à la question/ });
      const stands = Number(/\d+/.exec(await resume.innerText())?.[0]);
      expect([question, question + 1], `death ${death}`).toContain(stands);
      expect(await responses(page)).toHaveLength(stands - 1);
      await resume.click();
      question = stands;
      await standsAt(page, question);
      await answer(page);
      question += 1;
    }
    await standsAt(page, question);
  } finally {
    await telephone.close();
    await server.stop('SIGKILL');
  }
});

test('a second tap while the next question is on its way answers nothing that was not shown', async ({
  page,
}) => {
  const server = await ServerProcess.started();
  try {
    await page.goto(server.address);
    await readyOffline(page);
    await page.goto(`${server.address}/start`);
    await begin(page, 'Lina');
    await standsAt(page, 1);
    const unsure = page.getByRole('button', { name: 'Je ne sais pas' });
    // As soon as the first answer is told as kept, and before anything else can happen: the finger is down again.
    await unsure.evaluate((button: HTMLButtonElement) => {
      new MutationObserver((_, observer) => {
        if (!document.body.textContent.includes('Réponse 1 gardée')) return;
        observer.disconnect();
        button.click();
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await unsure.click();
    await standsAt(page, 2);
    expect(await responses(page)).toHaveLength(1);
    await answer(page);
    await standsAt(page, 3);
    expect(await responses(page)).toHaveLength(2);
  } finally {
    await server.stop('SIGKILL');
  }
});
