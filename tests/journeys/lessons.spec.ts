import { expect, test, type Page } from '@playwright/test';
import { lessons } from '#lib/i18n/messages/fr/lessons.ts';
import { readyOffline } from './device.ts';
import { ask } from './journal.ts';
import { check, narrow } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';

test.use({ viewport: narrow });

const primary = (page: Page) => page.locator('.button.primary');
const title = (page: Page) => page.getByRole('heading', { level: 1 });

test('a wrong answer leads to its lesson, which is left, resumed, done, rated and kept, with no network', async ({
  page,
}) => {
  const server = await ServerProcess.started();
  try {
    await page.goto(server.address);
    await readyOffline(page);
    await server.stop();
    await ask(page, '1.2/birthday-photos');
    await page.getByRole('button', { name: 'Je ne sais pas' }).click();
    await page.getByRole('link', { name: /La leçon : Ranger pour retrouver/ }).click();
    await expect(title(page)).toHaveText('Ranger pour retrouver');
    await check(page, 'cover of a lesson');
    await primary(page).click();
    await expect(title(page)).toHaveText('Où est passée cette facture ?');
    await check(page, 'text of a lesson');
    await primary(page).click();
    await expect(page.getByRole('img', { name: /Un grand tiroir ouvert/ })).toBeVisible();

    // Left, it waits where it stood.
    await page.getByRole('link', { name: 'Pause' }).click();
    await expect(page.getByText('En cours : étape 2 sur 6').first()).toBeVisible();
    await check(page, 'lessons', 0);
    await page
      .getByRole('link', { name: /Ranger pour retrouver/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Reprendre à l’étape 2' }).or(primary(page)).first().click();
    await expect(page.getByRole('img', { name: /Un grand tiroir ouvert/ })).toBeVisible();

    // An exercise, with help as everywhere.
    await primary(page).click();
    await expect(page.getByRole('button', { name: 'Un indice' })).toBeVisible();
    await check(page, 'exercise of a lesson');
    await primary(page).click();
    await expect(page.getByText(lessons.try.doFirst)).toBeVisible();
    await page.getByRole('button', { name: 'Un indice' }).click();
    await page.getByRole('button', { name: 'Montrez-moi' }).click();
    await page.getByRole('button', { name: 'À mon tour' }).click();
    await page.getByRole('button', { name: 'Faisons-le ensemble' }).click();
    const next = page.getByRole('button', { name: 'Le geste suivant' });
    while (await next.isVisible()) await next.click();
    await primary(page).click();
    await expect(title(page)).toHaveText('C’est réussi');
    await primary(page).click();

    // A name that speaks; then the question, wrong at first.
    await expect(title(page)).toHaveText('Un nom qui parle');
    await primary(page).click();
    await page.getByLabel('scan 0007').check();
    await primary(page).click();
    await expect(page.getByText('Ce nom ne dit pas ce qu’il y a dedans.')).toBeVisible();
    await check(page, 'question of a lesson');
    await page.getByLabel('contrat location 2026').check();
    await primary(page).click();
    await expect(page.getByText('C’est cela')).toBeVisible();
    await primary(page).click();
    await expect(title(page)).toHaveText('À retenir');
    await check(page, 'what to remember');
    await primary(page).click();

    await expect(title(page)).toHaveText('Leçon terminée');
    await page.getByLabel('Un peu').check();
    await expect(page.getByText('Votre avis reste sur cet appareil.')).toBeVisible();
    await page.getByRole('button', { name: 'Garder cette leçon' }).click();
    await expect(page.getByRole('button', { name: 'Leçon gardée' })).toBeVisible();
    await check(page, 'end of a lesson');

    // All of it is in the journal.
    await page.goto(`${server.address}/learn`);
    await expect(page.getByRole('heading', { name: 'Mes leçons gardées' })).toBeVisible();
    await expect(page.getByText('Faite').first()).toBeVisible();
    await expect(page.getByText('Vous a aidé : un peu').first()).toBeVisible();
  } finally {
    await server.stop('SIGKILL');
  }
});

test('a lesson is done with the keyboard alone, its text and its question', async ({ page }) => {
  const server = await ServerProcess.started();
  try {
    await page.goto(server.address);
    await readyOffline(page);
    await page.goto(`${server.address}/learn/lesson?id=1.2/find-it-again&step=5`);
    await expect(page.getByLabel('contrat location 2026')).toBeVisible();
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest('label')?.textContent.trim() ?? '');
    for (let step = 0; step < 20 && (await page.locator('input:focus').count()) === 0; step += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    for (let step = 0; step < 3 && !(await focused()).includes('contrat location 2026'); step += 1)
      await page.keyboard.press('ArrowDown');
    for (
      let step = 0;
      step < 20 && (await primary(page).and(page.locator(':focus')).count()) === 0;
      step += 1
    )
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByText('C’est cela')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(title(page)).toHaveText('À retenir');
    await expect(title(page)).toBeFocused();
  } finally {
    await server.stop('SIGKILL');
  }
});
