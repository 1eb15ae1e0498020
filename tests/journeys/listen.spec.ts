import { expect, test } from '@playwright/test';
import { nl } from '#lib/i18n/messages/nl.ts';
import { phone, readyOffline } from './device.ts';
import { ask } from './journal.ts';
import { ServerProcess } from './server-process.ts';

/** Puts voices into a page, since the browsers of tests have none; what they say ends when `window.said` is asked to. */
function withVoices(voices: readonly { readonly lang: string; readonly localService: boolean }[]): void {
  const spoken: string[] = [];
  const voicesUsed: string[] = [];
  let waiting: { onend?: (() => void) | null } | undefined;
  class Utterance {
    text: string;
    lang = '';
    onend: (() => void) | null = null;
    constructor(text: string) {
      this.text = text;
    }
  }
  Object.assign(globalThis, {
    spoken,
    voicesUsed,
    SpeechSynthesisUtterance: Utterance,
    endSentence: () => waiting?.onend?.(),
  });
  Object.defineProperty(globalThis, 'speechSynthesis', {
    value: {
      getVoices: () => voices,
      addEventListener: () => undefined,
      cancel: () => undefined,
      speak: (utterance: Utterance) => {
        spoken.push(utterance.text);
        voicesUsed.push(utterance.lang);
        waiting = utterance;
      },
    },
  });
}

test('with a voice of the device the question is read, its sentences marked in turn; with none there is no button', async ({
  browser,
}) => {
  const server = await ServerProcess.started();
  const context = await browser.newContext({ viewport: phone });
  try {
    const page = await context.newPage();
    await page.addInitScript(withVoices, [
      { lang: 'fr-FR', localService: false },
      { lang: 'fr-BE', localService: true },
    ]);
    await page.goto(server.address);
    await readyOffline(page);
    await ask(page, '2.2/family-album');
    const marked = (): Promise<string> =>
      page.evaluate(() =>
        [...(CSS.highlights.get('spoken') ?? [])].map((range) => (range as Range).toString()).join(' '),
      );
    const instruction = (await page.locator('.instruction').innerText()).trim();
    await page.getByRole('button', { name: 'Écouter' }).click();
    const first = await marked();
    expect(instruction.startsWith(first)).toBe(true);
    await page.evaluate(() => (globalThis as unknown as { endSentence: () => void }).endSentence());
    expect(await marked()).not.toBe(first);
    await page.getByRole('button', { name: 'Arrêter la lecture' }).click();
    expect(await marked()).toBe('');
    await expect(page.getByRole('button', { name: 'Écouter' })).toBeVisible();

    const deaf = await context.newPage();
    await deaf.addInitScript(withVoices, [{ lang: 'fr-FR', localService: false }]);
    await deaf.goto(`${server.address}/test`);
    await expect(deaf.getByRole('button', { name: 'Valider' })).toBeVisible();
    await expect(deaf.getByRole('button', { name: 'Écouter' })).toHaveCount(0);
  } finally {
    await context.close();
    await server.stop('SIGKILL');
  }
});

test('in a Dutch page each sentence of a French exercise is read by a French voice, and the rest by a Dutch one', async ({
  browser,
}) => {
  const server = await ServerProcess.started();
  const context = await browser.newContext({ viewport: phone });
  try {
    const page = await context.newPage();
    await page.addInitScript(withVoices, [
      { lang: 'nl-BE', localService: true },
      { lang: 'fr-BE', localService: true },
    ]);
    await page.goto(server.address);
    await readyOffline(page);
    await page.getByLabel('Langue').selectOption('nl');
    await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
    await ask(page, '2.2/family-album');
    const used = (): Promise<string[]> =>
      page.evaluate(() => (globalThis as unknown as { voicesUsed: string[] }).voicesUsed);
    await page.getByRole('button', { name: nl.common.listen }).click();
    expect(await used()).toEqual(['fr-BE']);
    await page.getByRole('button', { name: nl.common.listenStop }).click();
    await page.getByRole('button', { name: nl.player.dontKnow }).click();
    await expect(page.getByRole('heading', { name: nl.player.outcome.skipped })).toBeAttached();
    await page.getByRole('button', { name: nl.common.listen }).click();
    expect(await used()).toEqual(['fr-BE', 'nl-BE']);
  } finally {
    await context.close();
    await server.stop('SIGKILL');
  }
});
