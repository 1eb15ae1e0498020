import { expect, type Page } from '@playwright/test';
import { staff } from './server-process.ts';

/** Signs the demonstration's animator in and opens one of its campaigns. */
export async function openCampaign(page: Page, address: string, title: string): Promise<void> {
  await page.goto(`${address}/organisation`);
  await page.getByLabel('Adresse e-mail').fill(staff.email);
  await page.getByLabel('Mot de passe').fill(staff.password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** The link of the campaign that is open, with its card. */
export async function joinLink(page: Page): Promise<string> {
  const link = await page.getByRole('link', { name: 'Lien pour participer' }).getAttribute('href');
  if (link === null) throw new Error('the campaign shows no link');
  return link;
}
