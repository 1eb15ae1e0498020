import { expect, type Page } from '@playwright/test';
import type { Locale } from '#lib/i18n/locale.ts';

/** How many sheets of A4 a page takes when it is printed, in black and white as most are. */
export async function pagesOf(page: Page): Promise<number> {
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
}

/** Opens the first page in a language, once it has read what was chosen before. */
export async function openIn(page: Page, address: string, locale: Locale): Promise<void> {
  await page.emulateMedia({ media: 'screen' });
  await page.goto(address);
  await expect(page.locator('[role=status] .notice.success')).toBeVisible({ timeout: 60_000 });
  await page.locator('select').selectOption(locale);
  await expect(page.locator('html')).toHaveAttribute('lang', locale);
}
