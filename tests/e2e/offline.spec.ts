import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { ROOT } from '../../scripts/lib/root.mjs';
import { folderServe } from '../../scripts/lib/server.mjs';
import { keyedClipMake } from '../support/keyed-clip.ts';
import { ABOUT, packageMake } from '../support/package-make.ts';
import { axeCheck } from './support/accessible.ts';
import { goOn, imageMark, marksPass, panelIs, panelReach } from './support/play.ts';
import { tabOpen } from './support/scan.ts';
import { PATIENCE } from './support/screen.ts';
import { scenarioRead } from './support/truth.ts';

const scenario = scenarioRead('find-the-bat-sign');

/** A copy of the built game, and a server of its own that can be ended. */
const test = base.extend<{ host: { folder: string; address: string; close: () => Promise<void> } }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  host: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'batsign-'));
    cpSync(join(ROOT, 'dist'), folder, { recursive: true });
    const { address, close } = await folderServe({ folder, port: 0 });
    let isOpen = true;
    const end = async () => {
      if (isOpen) await close();
      isOpen = false;
    };
    await use({ folder, address, close: end });
    await end();
    rmSync(folder, { recursive: true });
  },
});

test.describe.configure({ timeout: 240_000 });
test.use({ serviceWorkers: 'allow' });

async function keptWait(page: Page, address: string): Promise<void> {
  await page.goto(`${address}#/settings`);
  await expect(page.getByTestId('offline')).toContainText('is kept on this device', PATIENCE);
}

test('after one visit the game starts and is played without a network', async ({ page, host }) => {
  await keptWait(page, host.address);
  await axeCheck(page);
  await page.goto(`${host.address}#/packages`);
  const course = {
    name: 'course.batsign',
    mimeType: 'application/zip',
    buffer: Buffer.from(await packageMake(keyedClipMake(6, 2).parts)),
  };
  await page.locator('input[type=file]').setInputFiles(course);
  await page.getByRole('button', { name: 'Keep this package' }).click(PATIENCE);
  await expect(page.getByTestId('package')).toBeVisible(PATIENCE);
  await host.close();
  await page.goto(host.address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible(PATIENCE);
  await page.reload();
  await page.getByRole('link', { name: scenario.title }).first().click();
  await imageMark(page, scenario);
  await marksPass(page, scenario);
  // The network's weights and wasm are there too, and isolated pages stay so.
  await page.goto(`${host.address}#/scan`);
  await tabOpen(page, 'Image');
  await page.getByRole('button', { name: "Show the network's overlay" }).click(PATIENCE);
  await expect(page.getByTestId('network-meter')).toHaveText(/\d+ fps/, PATIENCE);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  // So is what a teacher handed out, with its clip.
  await page.goto(`${host.address}#/course/${ABOUT.id.slice(0, 8)}.tests`);
  await page.getByRole('link', { name: /Right base/ }).click();
  await panelIs(page, 'Freeze');
  await goOn(page, /^Freeze/);
  await expect(page.locator('#screen')).toHaveAttribute('data-frame-index', '2', PATIENCE);
});

test('a newer version is offered, and never swapped in the middle of a lesson or under another tab', async ({
  page,
  context,
  host,
}) => {
  await keptWait(page, host.address);
  newerPut(host.folder);
  await page.goto(`${host.address}#/play/${scenario.id}`);
  await panelReach(page, 'Freeze', scenario);
  await page.reload();
  await panelIs(page, 'Freeze');
  const offer = page.getByRole('region', { name: 'Newer version' });
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect
    .poll(
      () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting != null),
      PATIENCE,
    )
    .toBe(true);
  await panelIs(page, 'Freeze');
  await expect(offer).toHaveCount(0);
  await expect(page.locator('meta[name=test-version]')).toHaveCount(0);

  await page.getByRole('link', { name: 'Batsign, home' }).click();
  await expect(offer).toContainText('A newer version of Batsign is here', PATIENCE);
  await axeCheck(page);
  const other = await context.newPage();
  await other.goto(`${host.address}#/settings`);
  await expect(other.getByTestId('offline')).toContainText('is kept on this device', PATIENCE);
  await page.bringToFront();
  await offer.getByRole('button', { name: 'Load it' }).click();
  await expect(offer).toContainText('Close the other tabs', PATIENCE);
  await other.close();
  // The browser counts a closed tab for a moment more.
  await expect.poll(() => pagesOpen(page), PATIENCE).toBe(1);
  await offer.getByRole('button', { name: 'Load it' }).click();
  await expect(page.locator('meta[name=test-version]')).toHaveCount(1, PATIENCE);
  await expect(offer).toHaveCount(0);
  await page.getByRole('link', { name: 'Go on where you were' }).click();
  await panelIs(page, 'Freeze');
});

/** How many pages of the game the browser knows of. */
function pagesOpen(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { held = [] } = await navigator.locks.query();
    return held.filter(({ name }) => name === 'batsign-page').length;
  });
}

/** As if the game were built anew: the page is another one, and the service worker keeps that. */
function newerPut(folder: string): void {
  const page = join(folder, 'index.html');
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace('<title>', '<meta name="test-version" content="2"><title>'),
  );
  const worker = join(folder, 'service-worker.js');
  const before = readFileSync(worker, 'utf8');
  const after = before.replace(/(url:"index\.html",revision:")\w+/, '$1' + 'newer');
  expect(after).not.toBe(before);
  writeFileSync(worker, after);
}
