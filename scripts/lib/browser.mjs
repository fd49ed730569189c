import { existsSync } from 'node:fs';
import { aptInstall } from './apt.mjs';
import { chromiumFind, shellFind } from './chromium.mjs';
import { nodeRun, toolPath } from './tools.mjs';

/**
 * Where Playwright keeps its own Chromium, if it has been installed.
 * @returns {Promise<string | null>}
 */
async function playwrightChromiumFind() {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}

/**
 * The path of a Chromium to test with, installing one where there is none: Debian's own as root, else Playwright's. As root
 * Debian's Chromium without windows is installed beside it (see `testChromiumFind`); it does without where that fails.
 * @returns {Promise<string>}
 */
export async function chromiumEnsure() {
  if (!process.env.BATSIGN_CHROMIUM && shellFind() === null) {
    aptInstall('chromium-headless-shell', 'Chromium without windows');
  }
  const found = chromiumFind() ?? (await playwrightChromiumFind());
  if (found) return found;
  aptInstall('chromium', 'Chromium');
  const installed = chromiumFind();
  if (installed) return installed;
  console.log("Installing Playwright's Chromium ...");
  await nodeRun(toolPath('playwright-core'), ['install', 'chromium']);
  const own = await playwrightChromiumFind();
  if (own) return own;
  throw new Error(
    'No Chromium was found and none could be installed. Install Chromium, Chrome or Edge, or set BATSIGN_CHROMIUM to the path of one.',
  );
}
