import { existsSync } from 'node:fs';
import { chromiumFind } from './chromium.mjs';
import { commandRun, nodeRun, toolPath } from './tools.mjs';

/**
 * Where Playwright keeps its own Chromium, if it has been installed.
 * @returns {Promise<string | null>}
 */
async function playwrightChromiumFind() {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}

/** Whether this is a Debian, or kin of it, where packages may be installed without asking. */
function aptIsUsable() {
  return process.platform === 'linux' && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
}

/**
 * The path of a Chromium to test with, installing one where there is none: Debian's own as root, else
 * Playwright's.
 * @returns {Promise<string>}
 */
export async function chromiumEnsure() {
  const found = chromiumFind() ?? (await playwrightChromiumFind());
  if (found) return found;
  if (aptIsUsable()) {
    console.log("Installing Debian's Chromium ...");
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await commandRun('apt-get', ['update', '-q'], { env });
    await commandRun('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { env });
    const installed = chromiumFind();
    if (installed) return installed;
  }
  console.log("Installing Playwright's Chromium ...");
  await nodeRun(toolPath('playwright-core'), ['install', 'chromium']);
  const own = await playwrightChromiumFind();
  if (own) return own;
  throw new Error(
    'No Chromium was found and none could be installed. Install Chromium, Chrome or Edge, or set BATSIGN_CHROMIUM to the path of one.',
  );
}
