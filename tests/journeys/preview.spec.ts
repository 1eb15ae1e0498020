import { spawn, type ChildProcess } from 'node:child_process';
import { copyFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { axeFaults, wide } from './screen-checks.ts';

let folder: string;
let address: string;
let process_: ChildProcess;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jalon-preview-'));
  await cp('content-bundles', folder, { recursive: true });
  process_ = spawn(process.execPath, ['src/cli/content.ts', 'preview', '--source', folder, '--port', '0']);
  address = await new Promise<string>((resolve, reject) => {
    let said = '';
    process_.stdout?.on('data', (part: Buffer) => {
      said += part.toString();
      const found = /preview: (\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    process_.once('exit', (code) => reject(new Error(`the preview ended with ${code}: ${said}`)));
  });
});

test.afterAll(async () => {
  process_.kill('SIGTERM');
  await rm(folder, { recursive: true });
});

test('the gallery shows every kind, and axe finds nothing, in light and dark, on narrow and wide screens', async ({
  page,
}) => {
  test.setTimeout(240_000);
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const theme of ['light', 'dark']) {
      await page.goto(`${address}gallery?theme=${theme}`);
      await expect(page.locator('section[aria-labelledby^="kind-"]')).toHaveCount(25);
      await expect(page.locator('section[aria-label^="Exercice"]')).toHaveCount(16);
      const rule = theme === 'dark' ? 'color-contrast' : undefined;
      expect.soft(await axeFaults(page, rule), `${theme} at ${width}`).toEqual([]);
      expect.soft(await wide(page), `${theme} at ${width}`).toEqual([]);
    }
  }
});

test('a challenge is played, and follows its files', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(address);
  await page.getByRole('searchbox').fill('family-album');
  await page.getByRole('button', { name: /2\.2\/family-album/ }).click();
  const frame = page.frameLocator('iframe').first();
  await expect(frame.getByText('Créer un album')).toBeVisible();
  await frame.getByRole('button', { name: '1. correct' }).click();
  await expect(frame.getByText('correct, 1 of 1')).toBeVisible();
  await page.getByLabel('Language').selectOption('en');
  await expect(frame.getByText('Julie')).toBeVisible();
  await page.getByLabel('Language').selectOption('fr');

  const words = join(folder, 'socle/challenges/2.2/family-album/fr.md');
  const before = await readFile(words, 'utf8');
  await writeFile(words, before.replace('Créer un album', 'Ouvrir un album'));
  await expect(frame.getByText('Ouvrir un album')).toBeVisible();

  // Broken in mid-typing: the fault is told, and the challenge stays as it was.
  const yaml = join(folder, 'socle/challenges/2.2/family-album/challenge.yaml');
  await writeFile(yaml, 'kind: [');
  await expect(page.getByText('socle/challenges/2.2/family-album/challenge.yaml:')).toBeVisible();
  await expect(frame.getByText('Ouvrir un album')).toBeVisible();
});

test('a recording beside a challenge is heard where the device has no voice, its sentence marked', async ({
  page,
}) => {
  await copyFile(
    'tests/journeys/listen.fr.ogg',
    join(folder, 'socle/challenges/1.2/birthday-photos/listen.fr.ogg'),
  );
  await page.goto(address);
  await page.getByRole('searchbox').fill('birthday-photos');
  await page.getByRole('button', { name: /1\.2\/birthday-photos/ }).click();
  const frame = page.frameLocator('iframe').first();
  const marked = (): Promise<number> =>
    frame.locator('body').evaluate(() => CSS.highlights.get('spoken')?.size ?? 0);
  await frame.getByRole('button', { name: 'Écouter' }).first().click();
  expect(await marked()).toBe(1);
  // It plays to its end by itself.
  await expect(frame.getByRole('button', { name: 'Écouter' }).first()).toBeVisible();
  expect(await marked()).toBe(0);
  await frame.getByRole('button', { name: 'Écouter' }).first().click();
  await frame.getByRole('button', { name: 'Arrêter la lecture' }).click();
  expect(await marked()).toBe(0);
});
