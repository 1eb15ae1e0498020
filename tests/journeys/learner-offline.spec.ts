import { expect, test, type Page } from '@playwright/test';
import { answer, begin, Device, readyOffline, standsAt } from './device.ts';
import { ServerProcess } from './server-process.ts';
import { joinLink, openCampaign } from './staff.ts';

/** The five levels as the result sheet says them, area by area. */
async function levelsOf(page: Page): Promise<readonly string[]> {
  const bars = page.locator('ul.levels').getByRole('img');
  await expect(bars).toHaveCount(5);
  return Promise.all((await bars.all()).map(async (bar) => (await bar.getAttribute('aria-label')) ?? ''));
}

for (const [title, answers] of [
  ['Bilan de rentrée', 0],
  ['Préparer les ateliers du jeudi', 10],
] as const) {
  test(`a learner is assessed with no network, and « ${title} » receives the result exactly once`, async () => {
    const server = await ServerProcess.started();
    const office = await Device.new({ width: 1280, height: 800 });
    const telephone = await Device.new();
    try {
      const desk = await office.open();
      await openCampaign(desk, server.address, title);
      const campaign = desk.url();
      const link = await joinLink(desk);

      let page = await telephone.open();
      await page.goto(server.address);
      await readyOffline(page);
      await server.stop();
      await telephone.close();

      // From here on there is no server: a poster is read, the test begins, the telephone dies in the middle.
      page = await telephone.open();
      await page.goto(link);
      await expect(page.getByText(title)).toBeVisible();
      await page.getByRole('button', { name: 'Rejoindre' }).click();
      await begin(page, 'Lina');
      for (let question = 1; question <= 5; question += 1) {
        await standsAt(page, question);
        await answer(page);
      }
      await standsAt(page, 6);
      const asked = await page.locator('.instruction').innerText();
      await telephone.kill();

      page = await telephone.open();
      await page.goto(server.address);
      await page.getByRole('link', { name: 'Reprendre à la question 6 sur 10' }).click();
      await standsAt(page, 6);
      expect(await page.locator('.instruction').innerText()).toBe(asked);
      for (let question = 6; question <= 10; question += 1) {
        await standsAt(page, question);
        await answer(page);
      }
      await expect(page.getByRole('heading', { name: 'Votre résultat' })).toBeVisible();
      const levels = await levelsOf(page);

      await page.getByRole('link', { name: 'Envoyer mes résultats' }).click();
      await page.getByLabel('18 ans ou plus').check();
      await page.getByRole('button', { name: 'Continuer' }).click();
      await expect(page.getByText('EPN de Valbruyère')).toBeVisible();
      await page.getByText('Voir exactement').click();
      await expect(page.getByText('response.given')).toHaveCount(answers);
      await page.getByRole('button', { name: 'Oui, envoyer' }).click();
      await expect(page.getByText('En attente d’envoi', { exact: true })).toBeVisible();

      await server.start();
      await page.getByRole('button', { name: 'Essayer maintenant' }).click();
      await expect(page.getByText('Bien reçu')).toBeVisible();

      await desk.goto(campaign);
      const people = desk.getByRole('row').filter({ hasText: 'Lina' });
      await expect(people).toHaveCount(1);
      await people.getByRole('link', { name: /Lina/ }).click();
      for (const level of levels) {
        const number = /^\d/.exec(level)?.[0] ?? '0';
        expect(await desk.locator('main').innerText()).toContain(number);
      }

      await page.getByRole('button', { name: 'Envoyer à nouveau' }).click();
      await expect(page.getByRole('button', { name: 'Envoyer à nouveau' })).toBeEnabled();
      await desk.goto(campaign);
      await expect(people).toHaveCount(1);

      // Taking the agreement back empties what the organisation holds.
      await page.getByRole('button', { name: 'Reprendre mon accord' }).click();
      await expect(page.getByText('Accord repris : l’organisation efface')).toBeVisible();
      await desk.goto(campaign);
      await expect(people).toHaveCount(0);
    } finally {
      await telephone.close();
      await office.close();
      await server.stop('SIGKILL');
    }
  });
}
