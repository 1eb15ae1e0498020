import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type BrowserContext, type Page } from '@playwright/test';
import { findBrowser } from '../browser.ts';

export const phone = { width: 360, height: 640 };

/** One person's telephone: a browser with a profile on the disk, which outlives the browser. */
export class Device {
  readonly #profile: string;
  readonly #viewport: { readonly width: number; readonly height: number };
  #context: BrowserContext | undefined;
  #browser: number | undefined;

  private constructor(profile: string, viewport: { readonly width: number; readonly height: number }) {
    this.#profile = profile;
    this.#viewport = viewport;
  }

  static async new(viewport = phone): Promise<Device> {
    return new Device(await mkdtemp(join(tmpdir(), 'jalon-device-')), viewport);
  }

  /** Opens the browser, cold. */
  async open(): Promise<Page> {
    this.#context = await chromium.launchPersistentContext(this.#profile, {
      ...(await findBrowser()),
      viewport: this.#viewport,
      locale: 'fr-BE',
    });
    this.#context.setDefaultTimeout(15_000);
    this.#browser = processesOf(this.#profile).find(isFirstOfGroup);
    return this.#context.pages()[0] ?? this.#context.newPage();
  }

  /** Closes the browser as a person does. */
  async close(): Promise<void> {
    await this.#context?.close();
    this.#context = undefined;
    this.#browser = undefined;
  }

  /** Another browser with a copy of this one's profile, as a cloned tablet has; this one is closed. */
  async copied(): Promise<Device> {
    const profile = await mkdtemp(join(tmpdir(), 'jalon-device-'));
    await cp(this.#profile, profile, { recursive: true, filter: (path) => !/Singleton/.test(path) });
    return new Device(profile, this.#viewport);
  }

  /** Throws away all that it kept; it is closed. */
  async remove(): Promise<void> {
    await this.close();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Kills every process of the browser at once, as when the battery is pulled. */
  async kill(): Promise<void> {
    const context = this.#context;
    this.#context = undefined;
    const closed = new Promise((resolve) => context?.once('close', resolve));
    // The browser is the first of a group of processes: one call ends them in the same moment, and a look for others follows.
    const browser = this.#browser;
    this.#browser = undefined;
    if (browser !== undefined) process.kill(-browser, 'SIGKILL');
    for (const id of processesOf(this.#profile)) end(id);
    await closed;
  }
}

/** Waits until the page says that all is on the device and verified. */
export async function readyOffline(page: Page): Promise<void> {
  await expect(page.getByText('Prêt sans internet')).toBeVisible({ timeout: 60_000 });
}

/** Chooses a picture and a nickname, and begins. */
export async function begin(page: Page, nickname: string): Promise<void> {
  await page.getByLabel('Le renard').check();
  await page.getByLabel('Votre surnom').fill(nickname);
  await page.getByRole('button', { name: 'Commencer' }).click();
}

/** Waits until the test stands at a question: « 3 sur 10 ». */
export async function standsAt(page: Page, question: number): Promise<void> {
  await expect(page.getByText(`${question} sur 10`, { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Valider' })).toBeVisible();
  await taskDrawn(page);
}

/** Waits until no task is still to come: the instruction is drawn before it. */
export async function taskDrawn(page: Page): Promise<void> {
  await expect(page.locator('.task.coming')).toHaveCount(0);
}

/** From the question whether to join a group to the end of its test. */
export async function joinAndTakeTest(page: Page, nickname: string): Promise<void> {
  await page.getByRole('button', { name: 'Rejoindre' }).click();
  await begin(page, nickname);
  for (let question = 1; question <= 10; question += 1) {
    await standsAt(page, question);
    await answer(page);
  }
}

/** From a result to the agreement that it is sent. */
export async function sendResult(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Envoyer mes résultats' }).click();
  await page.getByLabel('18 ans ou plus').check();
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByRole('button', { name: 'Oui, envoyer' }).click();
}

/** Answers the question shown — the first option where there are options, « Je ne sais pas » elsewhere — and goes on. */
export async function answer(page: Page): Promise<void> {
  const validate = page.getByRole('button', { name: 'Valider' });
  await expect(validate).toBeVisible();
  await taskDrawn(page);
  const before = await stand(page);
  const option = page.locator('main input[type=radio]').first();
  if (await option.isVisible()) {
    await option.check();
    await validate.click();
  } else {
    await page.getByRole('button', { name: 'Je ne sais pas' }).click();
  }
  await goOn(page, before);
}

/** What follows an answer: the next question by itself, or a look back first. */
async function goOn(page: Page, before: string): Promise<void> {
  const onward = page.getByRole('button', { name: /^(Continuer|Voir mon résultat)$/ });
  await expect.poll(async () => (await onward.isVisible()) || (await stand(page)) !== before).toBe(true);
  if (await onward.isVisible()) await onward.click();
}

/** Where the test says it stands; empty when the page shows none. */
async function stand(page: Page): Promise<string> {
  return (await page.locator('.progress .number').allInnerTexts()).join();
}

/** The processes whose command line names the profile (Linux). */
function processesOf(profile: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((id) => {
      try {
        return readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(profile);
      } catch {
        return false;
      }
    });
}

/** Whether a process began its group (`/proc` tells its group in the third word after its name). */
function isFirstOfGroup(id: number): boolean {
  try {
    const [, , group] = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return Number(group) === id;
  } catch {
    return false;
  }
}

function end(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}
