import { expect, test, type Page } from '@playwright/test';
import { base64url, bytesOfBase64url, textOf, utf8 } from '#lib/base/bytes.ts';
import { deflated, inflated } from '#lib/base/compression.ts';
import { generateStoredSigningKey, signerOfJwk } from '#lib/base/platform/crypto.ts';
import type { Sign } from '#lib/base/ports.ts';
import { signCard, type Campaign } from '#lib/campaigns/card.ts';
import { signOrganisation, type OrganisationCertificate } from '#lib/trust/installation.ts';
import { rowsOf } from './api-device.ts';
import { held, startTest, phone } from './bad-input-page.ts';
import { answer, readyOffline, standsAt } from './device.ts';
import { ServerProcess } from './server-process.ts';

type Parts = [body: string, signature: string, certificate: string, certificateSignature: string];
const packed = (parts: Parts): string => base64url(deflated(utf8(JSON.stringify(parts))));
const signer = async (): Promise<Sign> => signerOfJwk((await generateStoredSigningKey()).privateJwk);

let server: ServerProcess;
let card: string;
let parts: Parts;
test.use({ viewport: phone });
test.beforeAll(async () => {
  server = await ServerProcess.started();
  card = rowsOf<{ card: string }>(server, 'select card from campaign')[0]!.card;
  parts = JSON.parse(textOf(inflated(bytesOfBase64url(card)!, 16_384)!)) as Parts;
});
test.afterAll(async () => server.stop('SIGKILL'));

async function open(
  page: Page,
  name: string,
  content: string | Buffer,
  mimeType = 'text/plain',
): Promise<void> {
  if (new URL(page.url()).pathname !== '/join') await page.goto(`${server.address}/join`);
  const buffer = typeof content === 'string' ? Buffer.from(content) : content;
  await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
}

test('a forged, foreign, broken or strange card is refused in words, and the test under way loses nothing', async ({
  page,
  browser,
}) => {
  const [body, signature, certificate, certificateSignature] = parts;
  const campaign = JSON.parse(body) as Campaign;
  const organisation = JSON.parse(certificate) as OrganisationCertificate;
  const picture = Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    crypto.getRandomValues(Buffer.alloc(9_000)),
  ]);
  const forged = 'Cette carte n’a pas la bonne signature. Elle est refusée.';
  const strange = 'Ce n’est pas une carte Jalon, ou elle est abîmée.';
  const foreign = 'Cette carte vient d’un autre site que celui-ci.';
  const ownRoot = await signer();
  const otherSite = await signCard(campaign, await signOrganisation(organisation, ownRoot), await signer());
  const signed = { body: certificate, signature: certificateSignature };
  const cases: readonly (readonly [string, string | Buffer, string])[] = [
    [
      'title.txt',
      packed([body.replace('Bilan', 'Bilam'), signature, certificate, certificateSignature]),
      forged,
    ],
    ['key.txt', await signCard(campaign, signed, await signer()), forged],
    [
      'endpoint.txt',
      packed([body, signature, certificate.replace('EPN', 'EPM'), certificateSignature]),
      foreign,
    ],
    ['site.txt', otherSite, foreign],
    ['cut.txt', card.slice(0, -40), strange],
    ['half.txt', card.slice(0, card.length / 2), strange],
    ['empty.txt', '', strange],
    ['photo.png', picture, strange],
    ['film.mp4', Buffer.concat(Array.from({ length: 30 }, () => picture)), strange],
    ['page.html', '<!doctype html><title>Wi-Fi</title>', strange],
    ['sheet.json', JSON.stringify(parts), strange],
  ];
  await page.goto(server.address);
  await readyOffline(page);
  await startTest(page);
  await answer(page);
  await standsAt(page, 2);
  const before = await held(page);
  for (const [name, content, sentence] of cases) {
    await open(page, name, content);
    await expect(page.getByText(sentence), name).toBeVisible();
    await expect(page.getByRole('button', { name: 'Rejoindre' })).toHaveCount(0);
  }
  // The same by a link: a poster that was tampered with, and an address that was copied in part.
  for (const [, content, sentence] of cases.slice(0, 6)) {
    await page.goto(`${server.address}/join#${content.toString()}`);
    await expect(page.getByText(sentence)).toBeVisible();
  }
  expect(await held(page)).toEqual(before);
  await page.goto(server.address);
  await page.getByRole('link', { name: 'Reprendre à la question 2 sur 10' }).click();
  await standsAt(page, 2);
  // The true card is still taken after all of them.
  await open(page, 'card.txt', `${card.slice(0, 80)}\n${card.slice(80)}\n`);
  await expect(page.getByRole('button', { name: 'Rejoindre' })).toBeVisible();

  const english = await browser.newPage({ locale: 'en-GB', viewport: phone });
  await open(english, 'key.txt', cases[1]![1]);
  await expect(
    english.getByText('This card does not have the right signature. It is refused.'),
  ).toBeVisible();
  await english.close();
});
