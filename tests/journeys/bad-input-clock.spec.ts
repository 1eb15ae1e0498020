import { expect, test } from '@playwright/test';
import { signerOfJwk } from '#lib/base/platform/crypto.ts';
import type { Signed } from '#lib/base/signed.ts';
import { signCard, type Campaign } from '#lib/campaigns/card.ts';
import { rowsOf } from './api-device.ts';
import { expectDense, faultsOf, held, phone, takeAndSend } from './bad-input-page.ts';
import { readyOffline } from './device.ts';
import { ServerProcess } from './server-process.ts';

let server: ServerProcess;
test.use({ viewport: phone });
test.beforeAll(async () => {
  server = await ServerProcess.started();
});
test.afterAll(async () => server.stop('SIGKILL'));

interface CampaignRow {
  readonly title_fr: string;
  readonly card: string;
}
const cardOf = (title: string): string =>
  rowsOf<CampaignRow>(server, 'select title_fr, card from campaign').find((row) => row.title_fr === title)!
    .card;

/** A card of the same organisation, well signed, that was over yesterday. */
async function oldCard(): Promise<string> {
  const [row] = rowsOf<{ certificate: string; organisation: string; private_jwk: string }>(
    server,
    `select organisation, certificate, private_jwk from organisation join organisation_key using (organisation) where purpose = 'sign'`,
  );
  const campaign: Campaign = {
    version: 1,
    organisation: row!.organisation,
    campaign: '0a0b0c0d',
    code: 'BCDFGH234',
    title: { fr: 'Bilan de printemps', en: 'Spring check-up' },
    purpose: { fr: 'Un atelier.', en: 'A workshop.' },
    asks: 'levels',
    policy: 'diagnostic',
    bundle: 'socle',
    joinSecret: 'A'.repeat(22),
    retentionMonths: 6,
    opensAt: Date.now() - 9e9,
    expiresAt: Date.now() - 86_400_000,
  };
  return signCard(
    campaign,
    JSON.parse(row!.certificate) as Signed,
    await signerOfJwk(JSON.parse(row!.private_jwk) as JsonWebKey),
  );
}

for (const [year, nickname] of [
  [1970, 'Ada'],
  [2070, 'Zoé'],
] as const) {
  test(`a device whose clock says ${year} joins, takes the test, sends, and believes the receipt`, async ({
    page,
    context,
  }) => {
    await context.clock.install({ time: new Date(`${year}-01-02T10:00:00Z`) });
    const faults = faultsOf(page);
    const open = async (card: string): Promise<void> => {
      await page.goto(`${server.address}/about`);
      await page.goto(`${server.address}/join#${card}`);
    };
    const old = await oldCard();
    await page.goto(server.address);
    await readyOffline(page);
    // No clock of a device closes a group: at most it is asked to look at its date.
    await open(old);
    await expect(page.getByRole('button', { name: 'Rejoindre' })).toBeVisible();
    await expect(page.getByText('Cette carte semble finie. Vérifiez la date de cet appareil.')).toHaveCount(
      year === 2070 ? 1 : 0,
    );

    await page.goto(`${server.address}/about`);
    await takeAndSend(page, `${server.address}/join#${cardOf('Bilan de rentrée')}`, nickname);
    await expect(page.getByText('Bien reçu')).toBeVisible();
    const now = await held(page);
    expectDense(now);
    expect(now).toMatchObject({ answers: 10, outbox: [{ hasLeft: true, isReceived: true }] });
    await expect
      .poll(() => rowsOf(server, `select day from participation where nickname = '${nickname}'`))
      .toEqual([{ day: `${year}-01-02` }]);

    // From the receipt on, the organisation's own time counts, whatever the clock says.
    await open(old);
    await expect(
      page.getByText('Cette carte est finie. Demandez-en une nouvelle à votre médiateur.'),
    ).toBeVisible();
    await open(cardOf('Préparer les ateliers du jeudi'));
    await expect(page.getByRole('button', { name: 'Rejoindre' })).toBeVisible();
    expect(await held(page)).toMatchObject({ answers: 10, outbox: now.outbox });
    expect(faults).toEqual([]);
  });
}
