import { expect, test } from '@playwright/test';
import { phone, readyOffline, taskDrawn } from './device.ts';
import { reach } from './hand.ts';
import { ask } from './journal.ts';
import { answerShown, press } from './keyboard.ts';
import { ServerProcess } from './server-process.ts';
import { openCampaign } from './staff.ts';

test('from the code to the sending with the keyboard alone', async ({ browser }) => {
  const server = await ServerProcess.started();
  const office = await browser.newContext();
  const context = await browser.newContext({ viewport: phone });
  context.setDefaultTimeout(15_000);
  try {
    const desk = await office.newPage();
    await openCampaign(desk, server.address, 'Bilan de rentrée');
    const code = (await desk.locator('.code').first().innerText()).trim();

    const page = await context.newPage();
    await page.goto(server.address);
    await press(page, 'J’ai un code ou une carte', 'link');
    await reach(page.getByLabel('Votre code'));
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Bilan de rentrée')).toBeVisible();
    await press(page, 'Rejoindre');
    await reach(page.getByLabel('Votre surnom'));
    await page.keyboard.type('Andrée');
    await reach(page.getByRole('radio', { name: 'Le héron' }));
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: 'Le renard' })).toBeChecked();
    await press(page, 'Commencer');
    for (let question = 1; question <= 10; question += 1) {
      await expect(page.getByText(`${question} sur 10`, { exact: true })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Valider' })).toBeVisible();
      await taskDrawn(page);
      const kind = await answerShown(page);
      await test.step(`question ${question}: ${kind}`, async () => {
        await press(page, kind === 'simulator' ? 'Je ne sais pas' : 'Valider');
        if (question % 5 === 0) await press(page, /^(Continuer|Voir mon résultat)$/);
      });
    }
    await expect(page.getByRole('heading', { name: 'Votre résultat' })).toBeVisible();
    await press(page, 'Envoyer mes résultats', 'link');
    await reach(page.getByRole('radio', { name: 'Moins de 13 ans' }));
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('radio', { name: '18 ans ou plus' })).toBeChecked();
    await press(page, 'Continuer');
    await reach(page.getByText('Voir exactement'));
    await page.keyboard.press('Enter');
    await expect(page.getByText('consent.given')).toBeVisible();
    await press(page, 'Oui, envoyer');
    await expect(page.getByText('Bien reçu')).toBeVisible();
    await reach(page.getByRole('button', { name: 'Reprendre mon accord' }), 'Shift+Tab');
  } finally {
    await context.close();
    await office.close();
    await server.stop('SIGKILL');
  }
});

test('a hint opens under the focus, and lines that are matched keep what they have', async ({ browser }) => {
  const server = await ServerProcess.started();
  const context = await browser.newContext({ viewport: phone });
  try {
    const page = await context.newPage();
    await page.goto(server.address);
    await readyOffline(page);
    await ask(page, '5.2/right-cable');
    const lists = page.locator('main select');
    for (const line of [0, 1, 2, 3]) {
      await reach(lists.nth(line));
      for (let step = 0; step <= line; step += 1) await page.keyboard.press('ArrowDown');
    }
    const chosen = await lists.evaluateAll((all) => all.map((list) => (list as HTMLSelectElement).value));
    expect(new Set(chosen).size, 'stepping past what another line has takes nothing from it').toBe(4);
    expect(chosen).not.toContain('');
    await reach(page.getByRole('button', { name: 'Un indice' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Comparez la forme')).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Montrez-moi' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(lists.first()).toBeFocused();
  } finally {
    await context.close();
    await server.stop('SIGKILL');
  }
});
