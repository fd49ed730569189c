import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, testChromiumFind } from './scripts/lib/chromium.mjs';

/** This file is read by every worker too: the first reading picks the port, the others inherit it. */
process.env.BATSIGN_E2E_PORT ??= execFileSync(process.execPath, ['scripts/lib/port-free.mjs'], {
  encoding: 'utf8',
}).trim();
const address = `http://127.0.0.1:${process.env.BATSIGN_E2E_PORT}/`;
const chromium = testChromiumFind();
const LIVE = /live(-scenarios)?\.spec\.ts$/;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.cache/e2e',
  // A test waits more than it reckons: three at a time keep two cores busy, and five the four of a larger machine.
  workers: Math.min(5, availableParallelism() + 1),
  projects: [
    { name: 'game', testIgnore: LIVE },
    // A camera's film does not wait for a busy machine: of these no more at a time than there are cores.
    { name: 'live', testMatch: LIVE, workers: Math.min(4, availableParallelism()) },
  ],
  // Tests of one file go to both as well, so that neither waits for the other's long file at the end.
  fullyParallel: true,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? '.cache/results/e2e.json' }],
  ],
  use: {
    baseURL: address,
    actionTimeout: 60_000,
    viewport: { width: 1280, height: 800 },
    // Only the tests of being offline keep the game: what is kept would answer for the server in all others.
    serviceWorkers: 'block',
    launchOptions: {
      args: CHROMIUM_ARGS,
      ...(chromium === null ? {} : { executablePath: chromium }),
    },
  },
  webServer: {
    command: `node scripts/serve.mjs --port ${process.env.BATSIGN_E2E_PORT}`,
    url: address,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
