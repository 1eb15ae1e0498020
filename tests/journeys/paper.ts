import type { Page } from '@playwright/test';

/** How many sheets of A4 a page takes when it is printed, in black and white as most are. */
export async function pagesOf(page: Page): Promise<number> {
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
}
