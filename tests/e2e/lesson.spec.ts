import { expect, type Page, test } from '@playwright/test';
import { axeCheck, touchCheck } from './support/accessible.ts';
import { PATIENCE } from './support/screen.ts';

test.describe.configure({ timeout: 240_000 });

test('a whole lesson is taken with the keyboard alone, and leads on to its scenario', async ({ page }) => {
  await page.goto('/#/lesson/a-lines');
  const told = page.getByTestId('lesson-told');
  await expect(told).toHaveText('In the image now: 2 ribs, pleural line.', PATIENCE);

  await expect(step(page, 1)).toBeVisible();
  await tabTo(page, 'Reverberation');
  await page.keyboard.press('End');
  await expect(answer(page)).toContainText('at whole multiples of its depth');
  await expect(told).toContainText('A-line', PATIENCE);
  await expect(page.getByTestId('live-region')).toContainText('A-line');
  await next(page, 2);

  await tabTo(page, 'Depth');
  await page.keyboard.press('End');
  await expect(answer(page)).toContainText('as far below');
  await expect(told).toContainText('4 A-lines', PATIENCE);
  await next(page, 3);

  await tabTo(page, 'Ribs');
  await page.keyboard.press('Space');
  await expect(answer(page)).toContainText('Now they go on');
  await expect(told).not.toContainText('rib', PATIENCE);
  await next(page, 4);

  await tabTo(page, 'Pleural line');
  await page.keyboard.press('Space');
  await expect(answer(page)).toContainText('no structures of the lung');
  await expect(told).toHaveText('In the image now: 2 ribs.', PATIENCE);
  await axeCheck(page);
  await next(page, 5);

  await expect(page.locator('.lesson-image[data-shown=true]')).toHaveCount(2, PATIENCE);
  await tabTo(page, 'Image A');
  await page.keyboard.press('Enter');
  await expect(answer(page)).toContainText('It is the other one.');
  await expect(page.getByText('Image B: A-lines below the pleural line')).toBeVisible();
  await axeCheck(page);
  await tabTo(page, 'Next');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Now try it yourself' })).toBeFocused();
  await tabTo(page, 'Start: A-lines');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/play\/a-lines$/);
});

test('it stands still where reduced motion is asked for, and changes with its controls all the same', async ({
  browser,
}) => {
  const page = await browser.newPage({
    reducedMotion: 'reduce',
    viewport: { width: 390, height: 844 },
    locale: 'es',
  });
  await page.goto('/#/lesson/ribs-and-pleura');
  await expect(page.getByRole('button', { name: 'Ponerla en movimiento' })).toBeVisible(PATIENCE);
  const told = page.getByTestId('lesson-told');
  await expect(told).toContainText('2 costillas', PATIENCE);
  await page.getByRole('checkbox', { name: 'Costillas' }).click();
  await expect(told).not.toContainText('costilla', PATIENCE);
  await expect(page.getByText('También desaparecen.')).toBeVisible();
  await touchCheck(page);

  // Its M-mode is whole all the same: what ran up to the image.
  await page.goto('/#/lesson/sliding');
  const grain = () =>
    page.locator('.lesson-trace canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      const { data } = canvas.getContext('2d')!.getImageData(0, Math.round(0.6 * height), width, 1);
      const levels = Array.from({ length: width }, (_, x) => data[4 * x]!);
      return levels.reduce((sum, level, x) => sum + Math.abs(level - (levels[x - 1] ?? level)), 0) / width;
    });
  await expect.poll(grain, PATIENCE).toBeGreaterThan(2.5);
  const sand = await grain();
  await page.getByRole('checkbox', { name: 'Deslizamiento pulmonar' }).click();
  await expect.poll(grain, PATIENCE).toBeLessThan(sand / 2);
  await page.close();
});

test('an address of no lesson says so', async ({ page }) => {
  await page.goto('/#/lesson/knitting');
  await expect(page.getByRole('heading', { name: 'No such lesson' })).toBeVisible();
});

function answer(page: Page) {
  return page.locator('.lesson-answer');
}

function step(page: Page, number: number) {
  return page.getByRole('heading', { name: `Step ${number} of 5` });
}

async function next(page: Page, number: number): Promise<void> {
  await tabTo(page, 'Next');
  await page.keyboard.press('Enter');
  await expect(step(page, number)).toBeFocused();
}

/** Presses Tab until the element with this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 40; i++) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
      return (label ?? element?.textContent ?? '').trim();
    });
    if (focused === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${name}.`);
}
