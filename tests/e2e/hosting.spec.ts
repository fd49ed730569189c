import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { ROOT } from '../../scripts/lib/root.mjs';
import { folderServe } from '../../scripts/lib/server.mjs';
import { panelReach } from './support/play.ts';
import { tabOpen } from './support/scan.ts';
import { PATIENCE } from './support/screen.ts';
import { scenarioRead } from './support/truth.ts';

test.describe.configure({ timeout: 120_000 });

interface Watched {
  /** Every address that the page or one of its workers asked for. */
  readonly asked: string[];
  /** Errors, refused requests and missing files. */
  readonly faults: string[];
}

function pageWatch(page: Page): Watched {
  const watched: Watched = { asked: [], faults: [] };
  page.context().on('request', (request) => watched.asked.push(request.url()));
  page.context().on('response', (response) => {
    if (response.status() >= 400) watched.faults.push(`${response.status()} ${response.url()}`);
  });
  page.on('pageerror', (error) => watched.faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') watched.faults.push(message.text());
  });
  return watched;
}

/** From the first page to a moving image that the network labels, and on to a frozen one. */
async function imageReach(page: Page, address: string): Promise<void> {
  const scenario = scenarioRead('find-the-bat-sign');
  await page.goto(`${address}#/scan`);
  await tabOpen(page, 'Image');
  await page.getByRole('button', { name: "Show the network's overlay" }).click();
  await expect(page.getByTestId('network-meter')).toHaveText(/\d+ fps/, PATIENCE);
  await page.goto(address);
  await page.getByRole('link', { name: scenario.title }).first().click();
  await panelReach(page, 'Marking', scenario);
}

const elsewhere = (asked: readonly string[], address: string) =>
  asked.filter((url) => !url.startsWith(address) && !/^(blob|data):/.test(url));

test('the game asks nobody but the place it comes from', async ({ page, baseURL }) => {
  const address = baseURL ?? '';
  const watched = pageWatch(page);
  await imageReach(page, address);
  for (const place of ['#/settings', '#/about', '#/practice', '#/']) {
    await page.goto(`${address}${place}`);
    await expect(page.getByRole('heading', { level: 1 }).last()).toBeVisible();
  }
  // What the network's worker asks for is seen too, or this test would prove little.
  expect(watched.asked.some((url) => url.endsWith('.wasm'))).toBe(true);
  // Its threads are files of the game too: no script is made of text, which the policy would have to allow.
  expect(watched.asked.some((url) => /\/tfjs-thread-worker-.+\.js$/.test(url))).toBe(true);
  expect(elsewhere(watched.asked, address)).toEqual([]);
  expect(watched.faults).toEqual([]);
});

test('the browser holds it to that: what would leave the machine is refused', async ({ page }) => {
  await page.goto('/');
  const refused = await page.evaluate(
    () =>
      new Promise<string>((done) => {
        document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective));
        fetch('https://elsewhere.invalid/').catch(() => {});
      }),
  );
  expect(refused).toBe('connect-src');
});

test('npm start serves it isolated, so that the network has threads', async ({ page }) => {
  await page.goto('/');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

test('it comes compressed', async ({ page }) => {
  const encodings = new Map<string, string | undefined>();
  page.on('response', (response) => {
    const name = new URL(response.url()).pathname.split('/').at(-1)!;
    encodings.set(name, response.headers()['content-encoding']);
  });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 }).last()).toBeVisible();
  expect(encodings.get('')).toBe('br');
  expect([...encodings].filter(([name]) => /^index-.+\.(js|css)$/.test(name)).map(([, way]) => way)).toEqual([
    'br',
    'br',
  ]);
});

test('only who is named may show it in a frame', async ({ page }) => {
  const course = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(`<iframe src="${addressFramed}"></iframe>`);
  });
  let addressFramed = '';
  await new Promise<void>((done) => course.listen(0, '127.0.0.1', done));
  // Another name of the same machine is another site.
  const origin = `http://localhost:${(course.address() as AddressInfo).port}`;
  const folder = join(ROOT, 'dist');
  const [closed, open] = await Promise.all([
    folderServe({ folder, port: 0 }),
    folderServe({ folder, port: 0, framedBy: [origin] }),
  ]);
  try {
    addressFramed = closed.address;
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await page.goto(origin);
    await refused;
    addressFramed = open.address;
    await page.goto(origin);
    await expect(page.frameLocator('iframe').getByRole('link', { name: 'Batsign, home' })).toBeVisible();
  } finally {
    course.close();
    await Promise.all([closed.close(), open.close()]);
  }
});

test('it runs from a folder of a plain static host, without any headers', async ({ page }) => {
  const root = mkdtempSync(join(tmpdir(), 'batsign-host-'));
  cpSync(join(ROOT, 'dist'), join(root, 'some', 'folder'), { recursive: true });
  const host = await folderServe({ folder: root, port: 0, isPlain: true });
  try {
    const address = `${host.address}some/folder/`;
    const watched = pageWatch(page);
    await imageReach(page, address);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    expect(elsewhere(watched.asked, address)).toEqual([]);
    expect(watched.faults).toEqual([]);
  } finally {
    await host.close();
    rmSync(root, { recursive: true, force: true });
  }
});
