import { expect, test } from '@playwright/test';
import { answer, begin, readyOffline, standsAt } from './device.ts';
import { check, narrow } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';

test.use({ viewport: narrow });

test('one practises what was missed in the middle of a test, with no network, and the test waits', async ({
  page,
}) => {
  const server = await ServerProcess.started();
  try {
    await page.goto(server.address);
    await readyOffline(page);
    await server.stop();
    await page.goto(`${server.address}/start`);
    await begin(page, 'Nadia');
    await standsAt(page, 1);
    await page.getByRole('button', { name: 'Je ne sais pas' }).click();
    await standsAt(page, 2);

    await page.getByRole('link', { name: 'Pause' }).click();
    await page.getByRole('link', { name: 'S’entraîner' }).click();
    await expect(page.getByRole('heading', { name: 'À revoir' })).toBeVisible();
    await check(page, 'practice', 0);
    await page.locator('main li button').first().click();
    await expect(page.getByRole('button', { name: 'Valider' })).toBeVisible();
    // What came of it is told at once.
    await page.getByRole('button', { name: 'Je ne sais pas' }).click();
    await expect(page.getByText('D’accord, on avance').last()).toBeVisible();
    await expect(page.getByText('À retenir')).toBeVisible();

    // To the end of what there is for this skill.
    const onward = page.getByRole('button', { name: /^(Continuer|Terminer)$/ });
    while ((await onward.innerText()).includes('Continuer')) {
      await onward.click();
      await answerAlone();
    }
    await onward.click();
    await expect(page.getByRole('heading', { level: 1, name: 'S’entraîner' })).toBeVisible();

    // The test waited; nothing of practice is a result.
    await page.getByRole('link', { name: 'Retour' }).click();
    await expect(page.getByRole('link', { name: 'Voir mon résultat' })).toHaveCount(0);
    await page.getByRole('link', { name: 'Reprendre à la question 2 sur 10' }).click();
    await standsAt(page, 2);
    await answer(page);
    await standsAt(page, 3);
  } finally {
    await server.stop('SIGKILL');
  }

  async function answerAlone(): Promise<void> {
    await page.getByRole('button', { name: 'Je ne sais pas' }).click();
    await expect(page.getByText('À retenir')).toBeVisible();
  }
});
