import { expect, test, type Page } from '@playwright/test';
import { answer, begin, Device, readyOffline, standsAt } from './device.ts';
import { newer, newerVersion } from './newer-version.ts';
import { ServerProcess } from './server-process.ts';

/** Answers from a question to the fifth, and reads the titles that the look back shows. */
async function titlesAfter(page: Page, from: number): Promise<readonly string[]> {
  for (let question = from; question < 5; question += 1) {
    await standsAt(page, question);
    await answer(page);
  }
  await standsAt(page, 5);
  await page.getByRole('button', { name: 'Je ne sais pas' }).click();
  await expect(page.locator('summary')).toHaveCount(5);
  return page.locator('summary h2').allInnerTexts();
}

test('a newer application never changes an attempt: it waits, then resumes it on the content that it began on', async () => {
  test.setTimeout(240_000);
  const next = await newerVersion();
  const server = await ServerProcess.started();
  const telephone = await Device.new();
  try {
    let page = await telephone.open();
    await page.goto(server.address);
    await readyOffline(page);
    await page.getByRole('link', { name: 'Commencer le test' }).click();
    await begin(page, 'Nour');
    await standsAt(page, 1);
    await answer(page);
    await standsAt(page, 2);
    const asked = await page.locator('.instruction').innerText();

    await server.stop();
    await server.start(next);
    await page.goto(server.address);
    // The newer version arrives in the background and waits; the page in use stays what it was.
    await expect
      .poll(
        () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting !== null),
        {
          timeout: 60_000,
        },
      )
      .toBe(true);
    await expect(page.getByText(newer.home)).toHaveCount(0);
    await expect(page.getByText('Une nouvelle version est prête.')).toHaveCount(0);
    await page.getByRole('link', { name: 'Reprendre à la question 2 sur 10' }).click();
    await standsAt(page, 2);
    expect(await page.locator('.instruction').innerText()).toBe(asked);
    await telephone.close();

    page = await telephone.open();
    await page.goto(server.address);
    await expect(page.getByText(newer.home)).toBeVisible();
    await readyOffline(page);
    await page.getByRole('link', { name: 'Reprendre à la question 2 sur 10' }).click();
    await standsAt(page, 2);
    expect(await page.locator('.instruction').innerText()).toBe(asked);
    expect((await titlesAfter(page, 2)).filter((title) => title.includes(newer.title))).toEqual([]);

    // A new attempt begins on the new revision.
    await page.goto(`${server.address}/start`);
    await begin(page, 'Nour');
    const titles = await titlesAfter(page, 1);
    expect(titles.filter((title) => title.includes(newer.title))).toEqual(titles);
  } finally {
    await telephone.close();
    await server.stop('SIGKILL');
  }
});
