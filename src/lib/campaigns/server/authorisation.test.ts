import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requireStaff, safeNext } from '#lib/server/authorisation.ts';
import { freshAddress } from '#lib/server/fresh-database.contract.ts';
import { openInstallation, type Installation } from '#lib/server/installation.ts';
import type { Role } from '#lib/server/schema.ts';
import { campaignOf, campaignsOf, closeCampaign, createCampaign, campaignByCode } from './campaign-store.ts';
import { createOrganisation } from './organisation-store.ts';
import { participationOf, participationsOf } from './participation-store.ts';

const now = Date.UTC(2026, 8, 1);
const password = 'correct horse battery';
const device = 'abcdef0123456789abcdef01';
let directory = '';
let address = '';
let installation: Installation;
let ours = '';
let theirs = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jalon-authorisation-'));
  address = await freshAddress();
  const opened = await openInstallation({
    port: 0,
    host: '',
    dataDirectory: directory,
    databaseAddress: address,
    origin: 'https://jalon.example',
    isDemoWanted: true,
    metricsToken: undefined,
    log: undefined,
  });
  if (!opened.ok) throw new Error(opened.detail);
  installation = opened.value;
  ours = await createOrganisation(installation.database, 'Ours', installation.keys.root.sign, now);
  theirs = await createOrganisation(installation.database, 'Theirs', installation.keys.root.sign, now);
  await member('manager@ours.example', ours, 'manager');
  await member('mediator@ours.example', ours, 'mediator');
  await member('manager@theirs.example', theirs, 'manager');
  await installation.accounts.provide('nobody@ours.example', 'Nobody', password);
});
afterAll(async () => {
  await installation.close();
  await rm(directory, { recursive: true });
});

async function member(email: string, organisation: string, role: Role): Promise<void> {
  const user_id = await installation.accounts.provide(email, email, password);
  await installation.database.insertInto('membership').values({ organisation, user_id, role }).execute();
}

async function eventOf(email: string | undefined, path = '/organisation') {
  const headers = new Headers();
  if (email !== undefined) {
    const signedIn = await installation.accounts.signIn(email, password, `192.0.2.${email.length}`);
    if (!signedIn.ok) throw new Error(signedIn.reason);
    expect(signedIn.value[0]).toMatch(
      /^__Secure-.*; HttpOnly; Secure; SameSite=Lax|^__Secure-.*Secure; HttpOnly; SameSite=Lax/,
    );
    headers.set('cookie', signedIn.value.map((line) => line.split(';')[0]).join('; '));
  }
  return { url: new URL(path, 'https://jalon.example'), request: { headers }, locals: { installation } };
}

test('nobody signed in is sent to the sign-in page, and back to where they were going', async () => {
  const path = `/organisation/${ours}?sort=day.ascending`;
  await expect(requireStaff(await eventOf(undefined, path), ours)).rejects.toMatchObject({
    status: 303,
    location: `/organisation/sign-in?next=${encodeURIComponent(path)}`,
  });
});

test('a member acts for their organisation, and for no other', async () => {
  const event = await eventOf('manager@ours.example');
  expect(await requireStaff(event)).toMatchObject({
    organisation: ours,
    organisationName: 'Ours',
    role: 'manager',
  });
  expect(await requireStaff(event, ours, 'manager')).toMatchObject({ organisation: ours });
  await expect(requireStaff(event, theirs)).rejects.toMatchObject({ status: 403 });
  await expect(requireStaff(event, 'ffffffffffffffff')).rejects.toMatchObject({ status: 403 });
});

test('a mediator reads but does not manage, and an account with no membership does neither', async () => {
  const mediator = await eventOf('mediator@ours.example');
  expect(await requireStaff(mediator, ours)).toMatchObject({ role: 'mediator' });
  await expect(requireStaff(mediator, ours, 'manager')).rejects.toMatchObject({ status: 403 });
  await expect(requireStaff(await eventOf('nobody@ours.example'))).rejects.toMatchObject({ status: 403 });
});

test('a session ends with sign-out, and with a new password', async () => {
  const event = await eventOf('manager@theirs.example');
  await installation.accounts.signOut(event.request.headers);
  await expect(requireStaff(event, theirs)).rejects.toMatchObject({ status: 303 });
  const other = await eventOf('manager@theirs.example');
  await installation.accounts.provide('manager@theirs.example', '', password);
  await expect(requireStaff(other, theirs)).rejects.toMatchObject({ status: 303 });
});

test('another organisation sees nothing of a campaign, of what it received, and cannot close it', async () => {
  const { database } = installation;
  const { campaign, code } = await createCampaign(database, ours, draft, now);
  await database
    .insertInto('participation')
    .values([row(campaign, 1, null), row(campaign, 2, now)])
    .execute();
  expect(await campaignsOf(database, theirs)).toEqual([]);
  expect(await campaignOf(database, theirs, campaign)).toBeUndefined();
  expect(await participationsOf(database, theirs, campaign)).toEqual({ participations: [], withdrawn: 0 });
  expect(await participationOf(database, theirs, campaign, `${device}-1-1`)).toBeUndefined();
  await closeCampaign(database, theirs, campaign, now);
  expect(await campaignByCode(database, code)).toMatchObject({ campaign, closed_at: null });

  expect(await campaignsOf(database, ours)).toMatchObject([{ campaign, people: 1 }]);
  expect(await participationOf(database, ours, campaign, `${device}-1-1`)).toMatchObject({
    nickname: 'Lina',
  });
  await closeCampaign(database, ours, campaign, now);
  expect(await campaignByCode(database, code)).toMatchObject({ campaign, closed_at: now });
});

test('what was taken back is counted and shown nowhere', async () => {
  const { database } = installation;
  const { campaign } = await createCampaign(database, ours, draft, now);
  await database
    .insertInto('participation')
    .values([row(campaign, 3, null), row(campaign, 4, now)])
    .execute();
  const { participations, withdrawn } = await participationsOf(database, ours, campaign);
  expect(participations.map(({ id }) => id)).toEqual([`${device}-1-3`]);
  expect(withdrawn).toBe(1);
  expect(await participationOf(database, ours, campaign, `${device}-1-4`)).toBeUndefined();
});

test('the sixth try in a minute from one address is refused, even with the right password', async () => {
  const { signIn } = installation.accounts;
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    expect(await signIn('mediator@ours.example', 'not the password', '198.51.100.7')).toMatchObject({
      reason: 'wrongCredentials',
    });
  }
  expect(await signIn('mediator@ours.example', password, '198.51.100.7')).toMatchObject({
    reason: 'tooManyTries',
  });
});

test('after signing in one goes to a staff page and nowhere else', () => {
  expect(safeNext(`/organisation/${'a'.repeat(16)}?sort=day.ascending`)).toContain('?sort=');
  for (const asked of [
    null,
    'https://evil.example',
    '//evil.example',
    '/organisation.evil',
    '/organisation/..//evil',
  ]) {
    expect(safeNext(asked)).toBe('/organisation');
  }
});

const draft = {
  title: { fr: 'Bilan', en: 'Check-up' },
  purpose: { fr: 'Vous proposer un atelier.', en: 'To suggest a workshop.' },
  asks: 'levels',
  policy: 'diagnostic',
  bundle: 'socle',
  retentionMonths: 12,
  expiresAt: now + 1_000_000,
} as const;

function row(campaign: string, seq: number, withdrawn_at: number | null) {
  const level = { area: '1', level: 3, low: 2, high: 4, certainty: 0.5 };
  return {
    organisation: ours,
    device,
    epoch: 1,
    seq,
    campaign,
    nickname: 'Lina',
    avatar: 'fox',
    scope: 'levels' as const,
    policy: 'diagnostic',
    day: '2026-09-01',
    bundle: 'socle',
    revision: '1',
    levels: JSON.stringify([level]),
    verdict: 'stated' as const,
    answers: 0,
    received_at: now,
    withdrawn_at,
  };
}
