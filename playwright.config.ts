import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/browser.ts';

// Browsers are found, never downloaded.
const launchOptions = await findBrowser();

// What everybody walks every day, and what goes wrong there; all the others take four times as long.
const everyday =
  /\/(api-.*|bad-input-.*|background-sync|crawler|exam|learner-offline|my-data|practice|station)\.spec\.ts$/;

export default defineConfig({
  projects: [
    { name: 'everyday', testMatch: everyday },
    { name: 'long', testMatch: /\.spec\.ts$/, testIgnore: everyday },
  ],
  testDir: 'tests/journeys',
  outputDir: 'test-results/journeys',
  timeout: 120_000,
  // A busy machine is slow, not wrong.
  expect: { timeout: 15_000 },
  // Each file of journeys has its own server, browser profile and ports.
  workers: 2,
  // A journey that passes at its second try is listed as flaky: on the build machine that is a warning, here a failure.
  retries: Number(process.env['JOURNEY_RETRIES'] ?? 0),
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
