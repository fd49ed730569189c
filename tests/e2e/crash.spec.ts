import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { axeCheck, touchCheck } from './support/accessible.ts';
import { pageErrors } from './support/page-errors.ts';
import { PATIENCE } from './support/screen.ts';

for (const address of ['/#/play/%', '/#/clips/%E0%A4%A', '/#/nowhere']) {
  test(`${address} shows home with a sentence`, async ({ page }) => {
    const errors = pageErrors(page);
    await page.goto(address);
    await expect(page.getByRole('alert')).toHaveText(/address leads to nothing/);
    await expect(page.getByRole('link', { name: 'Open your own clip' })).toBeVisible();
    await page.goto('/#/about');
    await page.goto(address);
    await expect(page.getByRole('alert')).toHaveText(/address leads to nothing/);
    await expect(page.getByRole('link', { name: 'Open your own clip' })).toBeVisible();
    expect(errors).toEqual([]);
  });
}

test('a page that cannot be drawn gives way to a copy of what is kept, and to a reload', async ({ page }) => {
  await page.addInitScript(() => {
    if (sessionStorage.getItem('is-well') !== null) return;
    // Asked for while the first page is drawn.
    window.matchMedia = () => {
      throw new Error('a fault that nobody expects');
    };
  });
  await page.goto('/#/about');
  await page.getByRole('link', { name: 'Batsign, home' }).click();
  const heading = page.getByRole('heading', { name: 'Batsign has stopped' });
  await expect(heading).toBeVisible();
  await expect(heading).toBeFocused();
  await expect(page.getByRole('alert')).toHaveText(/What was saved is still in this browser/);
  await axeCheck(page);
  await touchCheck(page);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a copy' }).click();
  const copy = JSON.parse(readFileSync(await (await downloading).path(), 'utf8')) as { product: string };
  expect(copy.product).toBe('batsign');
  await expect(page.getByRole('status')).toHaveText('Your copy was handed to the browser.');
  await page.evaluate(() => sessionStorage.setItem('is-well', 'yes'));
  await page.getByRole('button', { name: 'Reload', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Open your own clip' })).toBeVisible(PATIENCE);
});

test('a fault that leaves the page standing is said', async ({ page }) => {
  await page.goto('/#/settings');
  await expect(page.getByRole('heading', { name: 'My data' })).toBeVisible();
  await page.evaluate(() => {
    window.dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop completed' }));
    Promise.reject(new DOMException('given up', 'AbortError'));
    setTimeout(() => {
      throw new Error('a fault that nobody expects');
    });
  });
  await expect(page.getByRole('alert')).toHaveText(/^Something went wrong here\..+your place is kept\./);
  await expect(page.getByRole('heading', { name: 'My data' })).toBeVisible();
});

test('a fault before anything is drawn shows the same screen, and the way around the page that fails', async ({
  page,
}) => {
  await page.addInitScript(() => {
    if (!location.hash.startsWith('#/settings')) return;
    const { addEventListener } = window;
    window.addEventListener = (kind: string, ...rest: unknown[]) => {
      if (kind === 'hashchange') throw new Error('a fault that nobody expects');
      return Reflect.apply(addEventListener, window, [kind, ...rest]);
    };
  });
  await page.goto('/#/settings');
  await expect(page.getByRole('heading', { name: 'Batsign has stopped' })).toBeVisible();
  await page.getByRole('button', { name: 'Reload from the first page' }).click();
  await expect(page.getByRole('link', { name: 'Open your own clip' })).toBeVisible(PATIENCE);
});

test('where the script never arrives the page says so', async ({ page }) => {
  await page.route(/\/index-[\w-]+\.js$/, (route) => route.abort());
  await page.goto('/');
  await expect(page.getByText(/Batsign is loading\. If this stays/)).toBeVisible(PATIENCE);
});

test('a game that runs leaves nothing of that', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Open your own clip' })).toBeVisible(PATIENCE);
  await expect(page.getByText('Batsign is loading')).toHaveCount(0);
});
