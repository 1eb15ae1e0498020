import { cp } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { begin, readyOffline, standsAt } from '../../journeys/device.ts';
import { ServerProcess } from '../../journeys/server-process.ts';
import { median, range, type Measure } from './measure.ts';
import type { Moment } from './notes.ts';
import { newProfile, WatchedBrowser } from './watched-browser.ts';

const slow = { cpu: 4 };
const questions = 10;
const attempts = 2;
const readingMs = 2500;

/** Cold starts without a server, each on an attempt of its own, then all the answers of two attempts; at a quarter of the speed. */
export async function offlineUse(
  server: ServerProcess,
  runs: number,
  say: (line: string) => void,
): Promise<readonly Measure[]> {
  const profile = await newProfile();
  try {
    say('preparing a telephone, then stopping the server');
    await visited(profile.path, async ({ page }) => {
      await page.goto(server.address);
      await readyOffline(page);
    });
    await server.stop();
    const home: number[] = [];
    const question: number[] = [];
    for (let run = 1; run <= runs; run += 1) {
      say(`cold start without a server, ${run} of ${runs}`);
      // Questions differ in what they draw, so each start meets another one.
      await visited(profile.path, (browser) => begun(browser, server.address));
      home.push(await coldStart(profile.path, server.address, 'resumeAt'));
      question.push(await coldStart(profile.path, `${server.address}/test`, 'questionAt'));
    }
    const feedback: number[] = [];
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      say(`answering ten questions, ${attempt} of ${attempts}`);
      // On a copy of the telephone: who has done a test takes it again some days later only.
      const copy = await newProfile();
      try {
        await cp(profile.path, copy.path, { recursive: true });
        if (attempt > 1) await visited(copy.path, (browser) => begun(browser, server.address));
        feedback.push(...(await answered(copy.path, `${server.address}/test`)));
      } finally {
        await copy.remove();
      }
    }
    return [
      {
        name: 'cold offline start to the question',
        value: median(question),
        unit: 'ms',
        budget: 2000,
        isHard: true,
        note: range(question),
      },
      {
        name: 'cold offline start to « Reprendre »',
        value: median(home),
        unit: 'ms',
        budget: 1500,
        note: range(home),
      },
      {
        name: 'offline, tap to feedback',
        value: median(feedback),
        unit: 'ms',
        budget: 100,
        note: `${feedback.length} taps after ${readingMs / 1000} s of reading, ${range(feedback)}`,
      },
    ];
  } finally {
    await profile.remove();
  }
}

/** Begins an attempt of its own. */
async function begun({ page }: WatchedBrowser, address: string): Promise<void> {
  await page.goto(`${address}/start`);
  await begin(page, 'Lina');
  await standsAt(page, 1);
}

async function visited(profile: string, visit: (browser: WatchedBrowser) => Promise<void>): Promise<void> {
  const browser = await WatchedBrowser.open(profile);
  try {
    await visit(browser);
  } finally {
    await browser.close();
  }
}

/** One cold start; started again when the browser replaced the page's process under its developer tools, which then know it no more. */
async function coldStart(profile: string, address: string, moment: Moment, tries = 3): Promise<number> {
  try {
    return await oneColdStart(profile, address, moment);
  } catch (error) {
    if (tries === 1) throw error;
    return coldStart(profile, address, moment, tries - 1);
  }
}

async function oneColdStart(profile: string, address: string, moment: Moment): Promise<number> {
  const browser = await WatchedBrowser.open(profile, slow);
  try {
    await browser.go(address);
    return await browser.moment(moment);
  } finally {
    await browser.close();
  }
}

/** Answers every question — the first option where there are options, « Je ne sais pas » elsewhere. */
async function answered(profile: string, address: string): Promise<readonly number[]> {
  const browser = await WatchedBrowser.open(profile, slow);
  try {
    const { page } = browser;
    await browser.go(address);
    await browser.moment('questionAt');
    for (let question = 1; question <= questions; question += 1) {
      await standsAt(page, question);
      const option = page.locator('main input[type=radio]').first();
      const isChoice = await option.isVisible();
      if (isChoice) await option.check();
      const box = await page
        .getByRole('button', { name: isChoice ? 'Valider' : 'Je ne sais pas' })
        .boundingBox();
      if (box === null) throw new Error('there is nothing to tap');
      // Nobody answers before reading.
      await wait(readingMs);
      // The bare tap: what Playwright looks for around a click would be measured with it.
      await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
      await browser.feedback(question);
      const onward = page.getByRole('button', { name: /^(Continuer|Voir mon résultat)$/ });
      if (await onward.isVisible()) await onward.click();
    }
    return await browser.feedback(questions);
  } finally {
    await browser.close();
  }
}
