import { beforeAll, expect, test } from 'vitest';
import { base64url } from '#lib/base/bytes.ts';
import { generateStoredSigningKey, signerOfJwk, verify } from '#lib/base/platform/crypto.ts';
import { generateStoredSealingKey } from '#lib/base/platform/sealing.ts';
import type { Sign } from '#lib/base/ports.ts';
import { codeOf, isAskedFor, mayBeOver, openCard, signCard, type Campaign } from './card.ts';
import {
  openInstallation,
  signInstallation,
  signOrganisation,
  type Installation,
} from '#lib/trust/installation.ts';

const campaign: Campaign = {
  version: 1,
  organisation: '00112233445566ff',
  campaign: '01020304',
  code: 'BUSVAL347',
  title: { fr: 'Premiers pas', en: 'First steps' },
  purpose: { fr: 'Vous proposer un atelier.', en: 'To suggest a workshop to you.' },
  asks: 'levels',
  policy: 'diagnostic',
  bundle: 'socle',
  joinSecret: 'AAAAAAAAAAAAAAAAAAAAAA',
  retentionMonths: 12,
  opensAt: 1_700_000_000_000,
  expiresAt: 1_900_000_000_000,
};

let root = '';
let signByRoot: Sign;
let signByOrganisation: Sign;
let signByStranger: Sign;
let certificate: Awaited<ReturnType<typeof signOrganisation>>;
let card = '';

beforeAll(async () => {
  const rootKey = await generateStoredSigningKey();
  const organisationKey = await generateStoredSigningKey();
  root = base64url(rootKey.publicKey);
  signByRoot = await signerOfJwk(rootKey.privateJwk);
  signByOrganisation = await signerOfJwk(organisationKey.privateJwk);
  signByStranger = await signerOfJwk((await generateStoredSigningKey()).privateJwk);
  certificate = await signOrganisation(
    {
      version: 1,
      organisation: campaign.organisation,
      name: 'EPN de Valbruyère',
      signingKey: base64url(organisationKey.publicKey),
      sealingKey: base64url((await generateStoredSealingKey()).publicKey),
      receiptKey: base64url((await generateStoredSigningKey()).publicKey),
      endpoint: '',
    },
    signByRoot,
  );
  card = await signCard(campaign, certificate, signByOrganisation);
});

test('[CA-1] a card opens with no network, from a link, a text or a file with line breaks', async () => {
  for (const text of [
    card,
    `https://jalon.example/join#${card}`,
    `${card.slice(0, 50)}\n${card.slice(50)}\n`,
  ]) {
    const opened = await openCard(text, root, {}, verify);
    expect(opened).toMatchObject({
      ok: true,
      value: { campaign, organisation: { name: 'EPN de Valbruyère' } },
    });
  }
  expect(card.length).toBeLessThan(1_500);
});

test('[CA-2] a card signed by another than its organisation is refused', async () => {
  const forged = await signCard(campaign, certificate, signByStranger);
  expect(await openCard(forged, root, {}, verify)).toMatchObject({ reason: 'forgedCard' });
  const borrowed = await signCard(
    { ...campaign, organisation: 'ffffffffffffffff' },
    certificate,
    signByOrganisation,
  );
  expect(await openCard(borrowed, root, {}, verify)).toMatchObject({ reason: 'forgedCard' });
});

test('[CA-3] a card of an organisation that the pinned root does not vouch for is refused', async () => {
  const other = base64url((await generateStoredSigningKey()).publicKey);
  expect(await openCard(card, other, {}, verify)).toMatchObject({ reason: 'otherInstallation' });
});

test('[CA-4] a card is over only by a time that a signature proved, never by the device’s clock', async () => {
  expect(
    await openCard(card, root, { [campaign.organisation]: campaign.expiresAt + 1 }, verify),
  ).toMatchObject({ reason: 'expiredCard' });
  expect(await openCard(card, root, { ffffffffffffffff: campaign.expiresAt + 1 }, verify)).toMatchObject({
    ok: true,
  });
  expect(mayBeOver(campaign, Date.UTC(2070, 0, 1))).toBe(true);
  expect(mayBeOver(campaign, 0)).toBe(false);
});

test('[CA-5] anything else is said not to be a card, and never throws', async () => {
  for (const text of [
    '',
    'hello',
    '#',
    'A'.repeat(10_000),
    card.slice(0, -9),
    'https://jalon.example/join#AAAA',
  ]) {
    expect(await openCard(text, root, {}, verify)).toMatchObject({ reason: 'notACard' });
  }
});

test('[CA-6] a code is read whatever its capitals, spaces and dashes', () => {
  expect(codeOf(' bus-val 347 ')).toBe('BUSVAL347');
  expect(codeOf('BUSVAL34')).toBeUndefined();
  expect(codeOf('BUSVAL34é')).toBeUndefined();
});

test('[CA-7] an installation is known by its root, and another root is refused once one is pinned', async () => {
  const installation: Installation = { version: 1, root, name: 'Valbruyère', publishers: [root] };
  const signed = await signInstallation(installation, signByRoot);
  expect(await openInstallation(signed, undefined, verify)).toMatchObject({ ok: true });
  expect(await openInstallation(signed, root, verify)).toMatchObject({ ok: true });
  expect(await openInstallation(signed, 'B'.repeat(87), verify)).toMatchObject({
    reason: 'otherInstallation',
  });
  const forged = await signInstallation(installation, signByStranger);
  expect(await openInstallation(forged, undefined, verify)).toMatchObject({ reason: 'forged' });
  expect(await openInstallation({ body: '{}', signature: '' }, undefined, verify)).toMatchObject({
    reason: 'notAnInstallation',
  });
});

test('a campaign asks for its own test, and takes the one on paper in place of the diagnostic', () => {
  const asks = (policy: Campaign['policy'], taken: string): boolean =>
    isAskedFor({ ...campaign, policy }, taken);
  expect(['diagnostic', 'paper', 'flash', 'practice'].map((taken) => asks('diagnostic', taken))).toEqual([
    ...[true, true, false, false],
  ]);
  expect(['competence', 'paper'].map((taken) => asks('competence', taken))).toEqual([true, false]);
  expect(isAskedFor(undefined, 'paper')).toBe(false);
});
