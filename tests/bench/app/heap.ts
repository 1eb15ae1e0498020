import { chromium, expect, type Page } from '@playwright/test';
import { station } from '#lib/i18n/messages/fr/station.ts';
import { findBrowser } from '../../browser.ts';
import { answer, phone, readyOffline, standsAt } from '../../journeys/device.ts';
import { found, keepByCode } from '../../journeys/station.ts';
import type { ServerProcess } from '../../journeys/server-process.ts';
import type { Measure } from './measure.ts';

const people = 20;
const questions = 10;
const code = ['sun', 'moon', 'star', 'leaf'] as const;

/** What one page holds in memory after twenty people have answered two hundred questions on one tablet, without ever being loaded again. */
export async function heapOfAnAfternoon(
  server: ServerProcess,
  say: (line: string) => void,
): Promise<readonly Measure[]> {
  const browser = await chromium.launch(await findBrowser());
  try {
    const page = await browser.newPage({ viewport: phone, locale: 'fr-BE' });
    await page.goto(server.address);
    await readyOffline(page);
    await found(page, server.address);
    let first = 0;
    for (let person = 1; person <= people; person += 1) {
      say(`a tablet's memory, person ${person} of ${people}`);
      await turnOf(page, `Personne ${person}`);
      if (person === 1) first = await heapOf(page);
    }
    const value = await heapOf(page);
    const note = `${first.toFixed(1)} MB after the first of ${people} people`;
    return [
      {
        name: `heap, ${people * questions} questions by ${people} people`,
        value,
        unit: 'MB',
        budget: 120,
        note,
      },
    ];
  } finally {
    await browser.close();
  }
}

async function turnOf(page: Page, nickname: string): Promise<void> {
  await page.getByRole('link', { name: station.home.fresh }).click();
  await page.getByLabel('Votre surnom').fill(nickname);
  await page.getByRole('button', { name: station.fresh.begin }).click();
  await keepByCode(page, code);
  await page.getByRole('link', { name: station.keep.onward }).click();
  await page.getByRole('link', { name: 'Commencer le test' }).click();
  await page.getByRole('button', { name: 'Commencer' }).click();
  for (let question = 1; question <= questions; question += 1) {
    await standsAt(page, question);
    await answer(page);
  }
  await page.getByRole('link', { name: station.turn.finish }).first().click();
  await page.getByRole('button', { name: station.finish.leave }).click();
  await expect(page.getByRole('heading', { name: station.home.title })).toBeVisible();
}

/** All that the page holds once what it dropped is swept away: objects, elements and buffers (MB). */
async function heapOf(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const usage = (await devtools.send('Runtime.getHeapUsage')) as {
    readonly usedSize: number;
    readonly embedderHeapUsedSize?: number;
    readonly backingStorageSize?: number;
  };
  await devtools.detach();
  return (usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0)) / 1e6;
}
