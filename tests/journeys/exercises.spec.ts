import { expect, test, type Page } from '@playwright/test';
import { phone, readyOffline } from './device.ts';
import { ask } from './journal.ts';
import { ServerProcess } from './server-process.ts';

/** A question of the bundle, and how a finger answers it well. */
interface Exercise {
  readonly item: string;
  readonly play: (page: Page) => Promise<void>;
}

/** Taps a button of the exercise by its words. */
async function tap(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().tap();
}

async function tapOptions(page: Page, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) await page.locator('label').filter({ hasText: text }).tap();
}

/** Moves rows up, each to its place, until they stand as told. */
async function order(page: Page, ...texts: readonly string[]): Promise<void> {
  const rows = page.locator('main ol > li');
  for (const [place, text] of texts.entries()) {
    const row = rows.filter({ hasText: text });
    const up = row.getByRole('button', { name: /^Monter/ });
    while (!(await rows.nth(place).innerText()).includes(text)) await up.tap();
  }
}

/** Chooses in the list of each line; the list itself is the device's own. */
async function match(page: Page, pairs: Readonly<Record<string, string>>): Promise<void> {
  for (const [line, choice] of Object.entries(pairs)) {
    const list = page.getByLabel(line);
    const value = await list.locator('option').filter({ hasText: choice }).getAttribute('value');
    await list.selectOption(value);
  }
}

const exercises: Readonly<Record<string, Exercise>> = {
  'single choice': {
    item: '2.2/family-album',
    play: (page) => tapOptions(page, 'Créer un album et y inviter trois personnes'),
  },
  'multiple choice': {
    item: '2.2/bike-for-sale',
    play: (page) => tapOptions(page, 'la griffe sur le cadre', 'La taille du cadre', 'Le nom de la commune'),
  },
  ordering: {
    item: '2.2/take-it-down',
    play: (page) =>
      order(page, 'Garder une capture', 'Écrire au club', 'signaler la photo', 'porter plainte', 'vérifier'),
  },
  matching: {
    item: '5.2/right-cable',
    play: (page) =>
      match(page, {
        'Voir et entendre un film': 'HDMI',
        'Recharger un téléphone': 'USB-C',
        'sans Wi-Fi': 'Câble réseau',
        'casque ordinaire': 'Mini-jack',
      }),
  },
  number: {
    item: '1.3/more-apples',
    play: (page) => page.getByLabel('Votre réponse').fill('36'),
  },
  'short text': {
    item: '2.1/dictated-address',
    play: (page) => page.getByLabel('Votre réponse').fill('nora_petit@courrier.example'),
  },
  files: {
    item: '1.2/birthday-photos',
    play: async (page) => {
      await tapOptions(page, 'lou-ballons.jpg', 'lou-bougies.jpg', 'lou-gateau.jpg');
      await tap(page, 'Déplacer');
      await page.getByRole('dialog').getByRole('button', { name: 'Anniversaire de Lou' }).tap();
    },
  },
  mail: {
    item: '2.1/answer-the-teacher',
    play: async (page) => {
      await tap(page, /Sortie au moulin/);
      await tap(page, 'Répondre');
      await tap(page, 'Noé viendra à la sortie au moulin.');
      await tap(page, 'Envoyer');
    },
  },
  web: {
    item: '1.1/tap-water',
    play: async (page) => {
      for (const word of ['avis', 'eau', 'Valbruyère']) {
        await page.getByRole('button', { name: word, exact: true }).tap();
      }
      await page.getByRole('button', { name: 'Chercher', exact: true }).tap();
      await tap(page, 'Avis : eau à faire bouillir à Valbruyère');
      await tap(page, 'Ajouter cette page aux favoris');
      await tapOptions(page, 'Il doit la faire bouillir jusqu’au 16 mars.');
    },
  },
  phone: {
    item: '5.1/phone-does-not-ring',
    play: async (page) => {
      await tap(page, /Son et silence/);
      await page.getByRole('switch', { name: 'Mode silencieux' }).tap();
      for (let step = 0; step < 4; step += 1) await tap(page, 'Plus Volume de la sonnerie');
    },
  },
};

test('an exercise of each kind is done well with a finger', async ({ browser }) => {
  const server = await ServerProcess.started();
  const context = await browser.newContext({ viewport: phone, hasTouch: true, isMobile: true });
  context.setDefaultTimeout(15_000);
  try {
    const page = await context.newPage();
    await page.goto(server.address);
    await readyOffline(page);
    for (const [kind, { item, play }] of Object.entries(exercises)) {
      await test.step(kind, async () => {
        await ask(page, item);
        await play(page);
        await page.getByRole('button', { name: 'Valider' }).tap();
        await expect(page.getByText('C’est réussi').last()).toBeVisible();
        await page.getByRole('button', { name: 'Continuer' }).tap();
        await expect(page.getByText('2 sur 10', { exact: true })).toBeVisible();
      });
    }
  } finally {
    await context.close();
    await server.stop('SIGKILL');
  }
});
