import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { station } from '#lib/i18n/messages/fr/station.ts';
import type { CodePicture } from '#lib/station/picture-code.ts';
import { readyOffline } from './device.ts';
import { keyboard, reach } from './hand.ts';
import { answerByKeys, arrives, press, staysSomewhere } from './keyboard.ts';
import { narrow } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';
import { welcome, foundOffline } from './station.ts';

const { home, turn, finish, keep, room } = station;
const secret = 'epn-valbruyere';
const pictures = ['sun', 'moon', 'star', 'sun'] as const;

/** Founds the station, from the first screen of the application. */
async function foundByKeys(page: Page): Promise<void> {
  await press(page, 'Réglages', 'link');
  await arrives(page, 'Réglages');
  await press(page, 'Prêter cet appareil à plusieurs personnes', 'link');
  await arrives(page, station.found.offerTitle);
  await press(page, station.found.offer);
  await arrives(page, station.found.title);
  await keyboard.fill(page.getByLabel(station.found.secret), secret);
  await keyboard.fill(page.getByLabel(station.found.again), `${secret}s`);
  await press(page, station.found.submit);
  await expect(page.getByText(station.found.refused.different)).toBeVisible();
  await staysSomewhere(page);
  await keyboard.fill(page.getByLabel(station.found.again), secret);
  await page.keyboard.press('Enter');
  await arrives(page, home.title);
}

async function enterByKeys(page: Page): Promise<void> {
  await press(page, home.room, 'link');
  await arrives(page, room.title);
  await keyboard.fill(page.getByLabel(station.found.secret), secret);
  await press(page, room.enter);
  await expect(page.getByRole('link', { name: room.menu.board })).toBeVisible();
  await arrives(page, room.title);
}

/** Lets a new person in, who stands at the first question then. */
async function welcomeByKeys(page: Page, nickname: string, avatar: string): Promise<void> {
  await press(page, home.fresh, 'link');
  await arrives(page, station.fresh.title);
  await keyboard.fill(page.getByLabel('Votre surnom'), nickname);
  await keyboard.choose(page.getByRole('radio', { name: avatar, exact: true }));
  await press(page, station.fresh.begin);
  await arrives(page, /^Question 1 sur \d+$/);
}

async function typeCode(page: Page, code: readonly CodePicture[]): Promise<void> {
  for (const picture of code) {
    await press(page, station.code.pictures[picture]);
    await staysSomewhere(page);
  }
  await press(page, station.code.submit);
}

/** Keeps what the guest did under a code, and hands the tablet over. */
async function keepAndHandOver(page: Page): Promise<void> {
  await press(page, turn.finish, 'link');
  await arrives(page, finish.title);
  await press(page, finish.keep, 'link');
  await arrives(page, keep.title);
  await press(page, keep.code);
  await arrives(page, keep.choose);
  await press(page, station.code.pictures.leaf);
  await press(page, station.code.undo);
  await expect(page.getByRole('status').filter({ hasText: station.code.chosen(0, 4) })).toBeVisible();
  await staysSomewhere(page);
  await typeCode(page, pictures);
  await arrives(page, keep.again);
  await typeCode(page, pictures);
  await arrives(page, keep.done);
  await press(page, finish.title, 'link');
  await arrives(page, finish.title);
  await press(page, finish.leave);
  await arrives(page, home.title);
}

async function leaveByKeys(page: Page): Promise<void> {
  await press(page, 'Retour', 'link');
  await arrives(page, room.title);
}

test('the mediator’s afternoon with the keyboard alone', async ({ browser }, info) => {
  test.setTimeout(240_000);
  const server = await ServerProcess.started();
  const tablet = await browser.newContext({ viewport: narrow });
  tablet.setDefaultTimeout(15_000);
  try {
    const page = await tablet.newPage();
    await page.goto(server.address);
    await readyOffline(page);
    await server.stop();
    await foundByKeys(page);
    await enterByKeys(page);
    await press(page, room.menu.session, 'link');
    await arrives(page, room.session.title);
    await press(page, room.session.begin);
    await arrives(page, home.title);

    await test.step('one asks for help, keeps by a code and comes back by it', async () => {
      await welcomeByKeys(page, 'Lina', 'Le renard');
      for (let question = 1; question <= 2; question += 1) await answerByKeys(page);
      await press(page, turn.help);
      await expect(page.getByRole('button', { name: turn.helpAsked, pressed: true })).toBeFocused();
      await keepAndHandOver(page);
      await press(page, 'Le renard');
      await arrives(page, station.code.title);
      await typeCode(page, ['moon', 'moon', 'star', 'sun']);
      await expect(page.getByText(station.open.triesLeft(4))).toBeVisible();
      await staysSomewhere(page);
      await typeCode(page, pictures);
      await arrives(page, /^Question 3 sur/);
      await press(page, turn.finish, 'link');
      await arrives(page, finish.title);
      await press(page, finish.leave);
      await arrives(page, home.title);
    });
    await test.step('a guest is erased, another one takes the whole test', async () => {
      await welcomeByKeys(page, 'Marc', 'Le bateau');
      await press(page, turn.finish, 'link');
      await arrives(page, finish.title);
      await press(page, finish.erase);
      await arrives(page, home.title);
      await expect(page.getByText(home.erased)).toBeVisible();
      await expect(page.getByRole('button', { name: 'Le bateau' })).toHaveCount(0);
      await welcomeByKeys(page, 'Paul', 'La théière');
      const title = page.getByRole('heading', { level: 1 });
      while ((await title.innerText()) !== 'Votre résultat') await answerByKeys(page);
      await keepAndHandOver(page);
    });

    await enterByKeys(page);
    await expect(page.getByText(room.helpWanted(1))).toBeVisible();
    await test.step('the board: sorted, and a call for help answered', async () => {
      await press(page, room.menu.board, 'link');
      await arrives(page, room.board.title);
      const sort = page.getByRole('button', { name: room.board.sortBy(room.board.person) });
      await press(page, room.board.sortBy(room.board.person));
      await expect(page.getByRole('row').nth(1)).toContainText('Lina');
      await expect(sort).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('row').nth(1)).toContainText('Paul');
      await expect(sort).toBeFocused();
      await press(page, room.board.sortBy(room.board.help));
      await press(page, new RegExp(room.board.asked));
      await expect(page.getByRole('button', { name: room.board.asked })).toHaveCount(0);
      await expect(page.getByRole('rowheader', { name: /Lina/ })).toBeFocused();
    });
    await test.step('a person’s page', async () => {
      await press(page, /Paul/, 'link');
      await arrives(page, 'Paul');
      await keyboard.fill(page.getByLabel(room.person.noteNew), 'Lit lentement');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect(page.getByText('Lit lentement')).toBeVisible();
      await staysSomewhere(page);
      await keyboard.fill(page.getByLabel(room.person.workshopNew), 'Mots de passe, jeudi');
      await page.keyboard.press('Enter');
      await expect(page.getByText('Mots de passe, jeudi')).toBeVisible();
      await press(page, new RegExp(room.person.remove));
      await expect(page.getByText('Lit lentement')).toHaveCount(0);
      await expect(page.getByLabel(room.person.noteNew)).toBeFocused();
      await press(page, 'Retour', 'link');
      await arrives(page, room.board.title);
      await leaveByKeys(page);
    });
    await test.step('groups and the report', async () => {
      await press(page, room.menu.groups, 'link');
      await arrives(page, room.groups.title);
      await expect(page.getByRole('listitem').filter({ hasText: 'Paul' })).toHaveCount(1);
      await leaveByKeys(page);
      await press(page, room.menu.report, 'link');
      await arrives(page, room.report.title);
      const saving = page.waitForEvent('download');
      await press(page, room.report.save);
      const path = info.outputPath('report.csv');
      await (await saving).saveAs(path);
      expect(await readFile(path, 'utf8')).toMatch(/;Test éclair;3\r\n/);
      await staysSomewhere(page);
      await leaveByKeys(page);
    });
    await test.step('the session ends, and the mediator goes', async () => {
      await press(page, room.session.end);
      await expect(page.getByRole('button', { name: room.session.end })).toHaveCount(0);
      await staysSomewhere(page);
      await press(page, room.quit, 'link');
      await arrives(page, home.title);
      await enterByKeys(page);
      await press(page, room.menu.settings, 'link');
      await arrives(page, room.settings.title);
      await press(page, room.settings.closeButton);
      await expect(page.getByRole('group', { name: room.settings.closeAsk })).toBeFocused();
      await press(page, room.settings.closeNo);
      await expect(page.getByRole('button', { name: room.settings.closeButton })).toBeFocused();
      await press(page, room.settings.closeButton);
      await press(page, room.settings.closeYes);
      await expect(page.getByRole('link', { name: 'Commencer le test' })).toBeVisible();
    });
  } finally {
    await tablet.close();
    await server.stop('SIGKILL');
  }
});

test('whoever is asked whether they are there goes on where they were', async ({ browser }) => {
  const server = await ServerProcess.started();
  const tablet = await browser.newContext({ viewport: narrow });
  try {
    const page = await tablet.newPage();
    await foundOffline(page, server);
    await page.clock.install();
    await page.reload();
    await welcome(page, 'Omar', 'Le hibou');
    const way = page.getByRole('link', { name: 'Commencer le test' });
    await reach(way);
    await page.clock.runFor('05:00');
    await expect(page.getByRole('button', { name: turn.stay })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(way).toBeFocused();
    await page.clock.runFor('05:00');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(way).toBeFocused();
  } finally {
    await tablet.close();
    await server.stop('SIGKILL');
  }
});
