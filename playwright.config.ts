import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/browser.ts';

// Browsers are found, never downloaded.
const launchOptions = await findBrowser();

export default defineConfig({
  testDir: 'tests/journeys',
  outputDir: 'test-results/journeys',
  timeout: 120_000,
  // A busy machine is slow, not wrong.
  expect: { timeout: 15_000 },
  workers: 1,
  retries: 0,
  forbidOnly: true,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['JOURNEYS_REPORT'] ?? 'test-results/journeys.json' }],
  ],
  use: {
    launchOptions,
    actionTimeout: 30_000,
    trace: 'off',
    video: 'off',
    screenshot: 'off',
    locale: 'fr-BE',
  },
});
