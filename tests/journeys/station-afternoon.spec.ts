import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { data } from '#lib/i18n/messages/fr/data.ts';
import { station } from '#lib/i18n/messages/fr/station.ts';
import { answer } from './device.ts';
import { check, narrow } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';
import { enterRoom, everythingKept, keepByCode, openableJournals, welcome, foundOffline } from './station.ts';

const code = ['sun', 'moon', 'star', 'sun'] as const;

test('an afternoon: a mediator, six people, one tablet, no network', async ({ browser }, info) => {
  test.setTimeout(240_000);
  const server = await ServerProcess.started();
  const tablet = await browser.newContext({ viewport: narrow, acceptDownloads: true });
  const words = station.room;
  try {
    const page = await tablet.newPage();
    await foundOffline(page, server);

    await enterRoom(page);
    await check(page, 'room');
    await page.getByRole('link', { name: words.menu.session }).click();
    await check(page, 'session');
    await page.getByRole('button', { name: words.session.begin }).click();
    const people = [
      ['Lina', 'Le renard', 0],
      ['Omar', 'Le hibou', 1],
      ['Zoé', 'Le vélo', 0],
      ['Marc', 'Le bateau', 0],
      ['Ana', 'Le cèdre', 2],
      ['Paul', 'La théière', 8],
    ] as const;
    const validate = page.getByRole('button', { name: 'Valider' });
    const result = page.getByRole('heading', { name: 'Votre résultat' });
    for (const [nickname, avatar, answers] of people) {
      await welcome(page, nickname, avatar);
      // The session begins at once: nobody chooses a test.
      await expect(page.getByText(/^1 sur \d+$/)).toBeVisible();
      for (let question = 0; question < answers; question += 1) {
        await expect(validate.or(result)).toBeVisible();
        if (await result.isVisible()) break;
        await answer(page);
      }
      if (nickname === 'Zoé') {
        await page.getByRole('button', { name: station.turn.help }).click();
        await expect(page.getByRole('button', { name: station.turn.helpAsked })).toBeVisible();
      }
      if (nickname === 'Lina') await keepByCode(page, code);
      await page.getByRole('link', { name: station.turn.finish }).first().click();
      if (nickname === 'Lina') await page.getByRole('button', { name: station.finish.leave }).click();
      else if (nickname === 'Marc') await page.getByRole('button', { name: station.finish.erase }).click();
      // The others put the tablet down: it is opened again, as after a pause.
      else await page.goto(`${server.address}/station`);
      await expect(page.getByRole('heading', { name: station.home.title })).toBeVisible();
    }
    await expect(page.getByRole('button', { name: 'Le bateau' })).toHaveCount(0);

    await enterRoom(page);
    await expect(page.getByText(words.helpWanted(1))).toBeVisible();
    await page.getByRole('link', { name: words.menu.board }).click();
    const row = (name: string) => page.getByRole('row').filter({ hasText: name });
    await expect(page.getByRole('row')).toHaveCount(6);
    await expect(row('Omar')).toContainText(/2 sur \d/);
    await expect(row('Ana')).toContainText(/3 sur \d/);
    await expect(row('Paul')).toContainText(words.board.done);
    await expect(row('Paul').getByRole('img')).toHaveCount(5);
    await check(page, 'board', 0);
    await page.getByRole('button', { name: words.board.sortBy(words.board.person) }).click();
    await expect(page.getByRole('row').nth(1)).toContainText('Ana');
    await row('Zoé').getByRole('button').click();
    await expect(row('Zoé').getByRole('button')).toHaveCount(0);

    await row('Paul').getByRole('link').click();
    await page.getByLabel(words.person.noteNew).fill('Lit lentement, très patient');
    await page.getByRole('button', { name: words.person.write }).last().click();
    await expect(page.getByText('Lit lentement, très patient')).toBeVisible();
    await page.getByLabel(words.person.workshopNew).fill('Mots de passe, jeudi');
    await page.getByRole('button', { name: words.person.write }).first().click();
    await expect(page.getByText('Mots de passe, jeudi')).toBeVisible();
    await check(page, 'follow-up', 0);
    await page.getByRole('link', { name: 'Retour' }).click();
    await page.getByRole('link', { name: 'Retour' }).click();
    await page.getByRole('link', { name: words.menu.groups }).click();
    await expect(page.getByText('Paul')).toBeVisible();
    await check(page, 'groups');
    await page.getByRole('link', { name: 'Retour' }).click();
    await page.getByRole('link', { name: words.menu.report }).click();
    await check(page, 'report');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: words.report.save }).click();
    const path = info.outputPath('report.csv');
    await (await saving).saveAs(path);
    const report = await readFile(path, 'utf8');
    expect(report).toMatch(/\d{4}-\d\d-\d\d;\d+;Test éclair;6\r\n/);
    expect(report).not.toMatch(/Lina|Omar|Paul|renard|fox/);

    // Whoever reads the disk finds no name, no answer, no note; a key opens one journal.
    await page.goto(`${server.address}/station`);
    await expect(page.getByRole('heading', { name: station.home.title })).toBeVisible();
    const kept = await everythingKept(page);
    expect(kept).toContain('station');
    expect(kept).not.toMatch(
      /Lina|Omar|Zoé|Marc|Ana\b|Paul|lentement|Mots de passe|response\.given|attempt\./,
    );
    const journals = await openableJournals(page);
    expect(journals.map(({ avatar, own }) => [avatar, own]).sort()).toEqual([
      ['bicycle', true],
      ['cedar', true],
      ['fox', false],
      ['owl', true],
      ['teapot', true],
    ]);
    expect(journals.every(({ others }) => others === 0)).toBe(true);

    // Mes données is of the person at hand, and erases nobody else.
    await page.getByRole('button', { name: 'Le hibou' }).click();
    await expect(page.getByText(/^2 sur \d+$/)).toBeVisible();
    await page.getByRole('link', { name: 'Pause' }).click();
    await page.getByRole('link', { name: data.title }).click();
    await expect(page.getByText(data.kept.nickname('Omar'))).toBeVisible();
    await check(page, 'my data, at a station');
    const copying = page.waitForEvent('download');
    await page.getByRole('button', { name: data.copy.button }).click();
    const copy = info.outputPath('copy.html');
    await (await copying).saveAs(copy);
    expect(await readFile(copy, 'utf8')).toContain(data.kept.nickname('Omar'));
    await page.getByRole('button', { name: data.erase.button }).click();
    await page.getByRole('button', { name: data.erase.sure }).click();
    await expect(page.getByRole('heading', { name: station.home.title })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Le vélo' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Le hibou' })).toHaveCount(0);
  } finally {
    await tablet.close();
    await server.stop('SIGKILL');
  }
});
