import { expect, type Page, test } from '@playwright/test';
import { POSE_START } from '../../src/domain/scan/pose-limits.ts';
import { axeCheck, touchCheck } from './support/accessible.ts';
import {
  freeze,
  imageShown,
  patientTake,
  placeReach,
  scanOn,
  scanOpen,
  seedShowing,
  tabOpen,
  toldOf,
  truthOf,
} from './support/scan.ts';
import { layoutOf, PATIENCE } from './support/screen.ts';

test.describe.configure({ timeout: 240_000 });

test('the image follows the probe, and the loop gives back what was seen before', async ({ page }) => {
  await scanOpen(page);
  const here = await freeze(page);
  const seenHere = await imageShown(page, here);
  await scanOn(page);
  await page.locator('#screen').focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowDown');
  const there = await freeze(page);
  expect(there.shot.pose.downMm).toBe(here.shot.pose.downMm + 16);
  expect((await imageShown(page, there)).equals(seenHere)).toBe(false);

  const indexHere = Math.round(here.shot.timeMs / 32);
  const loop = page.getByRole('slider', { name: 'Image of the cine loop' });
  await loop.fill(String(indexHere));
  await expect(page.locator('#screen')).toHaveAttribute('data-frame-index', String(indexHere), PATIENCE);
  expect(await toldOf(page)).toEqual(here);
  await expect.poll(async () => (await imageShown(page, here)).equals(seenHere), PATIENCE).toBe(true);

  await page.getByRole('button', { name: 'Next image' }).click();
  await expect(page.locator('#screen')).toHaveAttribute('data-frame-index', String(indexHere + 1), PATIENCE);
  await page.getByRole('button', { name: 'Last image' }).click();
  await expect.poll(() => toldOf(page), PATIENCE).toEqual(there);
  await expect(page.getByRole('button', { name: 'Next image' })).toBeDisabled();

  await page.getByRole('button', { name: 'First image' }).click();
  await page.getByRole('button', { name: 'Play the loop' }).click();
  const first = await page.locator('#screen').getAttribute('data-frame-index');
  await expect(page.locator('#screen')).not.toHaveAttribute('data-frame-index', first!, PATIENCE);
  await page.getByRole('button', { name: 'Stop the loop' }).click();

  await scanOn(page);
  await page.locator('#screen').focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowUp');
  expect((await freeze(page)).shot.pose).toEqual(here.shot.pose);
});

test('the probe is dragged, turned and put on a zone by the pointer', async ({ page }) => {
  await scanOpen(page);
  const probe = page.locator('[data-grip=probe]');
  const handle = page.locator('[data-grip=handle]');
  const [at, tip] = [await middleOf(probe), await middleOf(handle)];
  await drag(page, at, { x: at.x + 5, y: at.y + 40 });
  const moved = (await freeze(page)).shot.pose;
  expect(moved.downMm).toBeGreaterThan(POSE_START.downMm + 25);
  expect(moved.aroundMm).toBeGreaterThan(POSE_START.aroundMm);
  await scanOn(page);

  const end = await middleOf(handle);
  expect(Math.hypot(end.x - tip.x, end.y - tip.y)).toBeGreaterThan(20);
  const centre = await middleOf(probe);
  await drag(page, end, { x: centre.x - 50, y: centre.y });
  const turned = (await freeze(page)).shot.pose;
  expect(Math.abs(turned.rotationRad - Math.PI / 2)).toBeLessThan(0.3);
  await scanOn(page);

  await page.getByLabel('Probe on').selectOption('L4');
  await expect(page.locator('input[name=side][value=left]')).toBeChecked();
  await expect(page.getByText('L4, left lower lateral')).toBeVisible();
});

test('M-mode: where the lung slides it moves below the pleura, in a pneumothorax it does not', async ({
  page,
}) => {
  const sick = seedShowing('pneumothorax', 'barcode');
  await scanOpen(page);
  const motion: number[] = [];
  for (const condition of ['normal', 'pneumothorax'] as const) {
    await patientTake(page, condition, sick);
    await page.getByRole('button', { name: 'M-mode' }).click();
    await expect.poll(() => traceWidth(page), PATIENCE).toBeGreaterThan(500);
    const told = await freeze(page);
    const { truth } = truthOf(told);
    expect(truth.sliding).toBe(condition === 'normal');
    const pleuraMm = Math.max(...truth.pleura.flat().map(({ y }) => y));
    motion.push(await traceMotion(page, (pleuraMm + 10) / told.shot.controls.depthMm));
    await page.getByRole('button', { name: 'M-mode' }).click();
    await tabOpen(page, 'Image');
    await page.getByRole('button', { name: 'Show what is there' }).click();
    const fact = condition === 'normal' ? /Normal lung/ : /Pneumothorax/;
    await expect(page.getByTestId('truth')).toContainText(fact);
    await scanOn(page);
  }
  const [slides, stands] = motion as [number, number];
  expect(slides).toBeGreaterThan(2 * stands);
});

test('a caliper measures what lies between its ends, and has a name', async ({ page }) => {
  await scanOpen(page);
  await freeze(page);
  await tabOpen(page, 'Image');
  await page.getByRole('button', { name: 'Measure' }).click();
  const toWindow = await layoutOf(page);
  await drag(page, toWindow({ x: 0, y: 20 }), toWindow({ x: 0, y: 60 }));
  await expect(page.getByTestId('caliper-mm')).toHaveText(/^(39\.[5-9]|40\.[0-5]) mm$/);
  for (const point of [
    { x: -15, y: 50 },
    { x: 15, y: 90 },
  ]) {
    const { x, y } = toWindow(point);
    await page.mouse.click(x, y);
  }
  await expect(page.getByTestId('caliper-mm').nth(1)).toHaveText(/^(49\.[5-9]|50\.[0-5]) mm$/);
  await page.getByLabel('Name of caliper B').fill('Shadow');
  await expect(page.locator('.caliper').nth(1)).toContainText(/Shadow (49|50)\.\d mm/);
  await page.getByRole('button', { name: 'Remove caliper A' }).click();
  await expect(page.getByTestId('caliper-mm')).toHaveCount(1);
});

test('everything by the keyboard alone', async ({ page }) => {
  await scanOpen(page);
  const screen = page.locator('#screen');
  await screen.focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('a');
  await page.keyboard.press('w');
  await page.keyboard.press('e');
  await page.keyboard.press(']');
  await page.keyboard.press(' ');
  await placeReach(page, 'frozen');
  const { shot } = await toldOf(page);
  expect(shot.pose.downMm).toBe(POSE_START.downMm + 20);
  expect(shot.pose.aroundMm).toBe(POSE_START.aroundMm + 1);
  expect(shot.pose.rotationRad).toBeCloseTo(Math.PI / 36, 9);
  expect(shot.pose.tiltRad).toBeCloseTo(Math.PI / 90, 9);
  expect(shot.pose.pressure).toBeCloseTo(POSE_START.pressure + 0.05, 9);
  expect(shot.controls.depthMm).toBe(140);

  const index = Number(await screen.getAttribute('data-frame-index'));
  await page.keyboard.press('ArrowLeft');
  await expect(screen).toHaveAttribute('data-frame-index', String(index - 1), PATIENCE);
  await page.keyboard.press('c');
  await page.keyboard.press('Enter');
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('.caliper')).toContainText('A 15.0 mm');
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await expect(page.getByTestId('instruction')).toHaveText(/^Compare/);
  await page.keyboard.press(' ');
  await placeReach(page, 'running');

  await page.keyboard.press('m');
  // A line that stands upright has no width, which a browser takes for hidden.
  await expect(page.getByTestId('m-line')).toBeAttached();
  const before = await page.getByTestId('m-line').getAttribute('d');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('m-line')).not.toHaveAttribute('d', before!);
  await page.keyboard.press('Escape');
  await page.keyboard.press('m');
  await expect(page.getByTestId('m-line')).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('the overlay says what the network counts, and the truth lies over a still image only', async ({
  page,
}) => {
  await scanOpen(page);
  await tabOpen(page, 'Image');
  await expect(page.getByRole('button', { name: 'Show what is there' })).toBeDisabled();
  await page.getByRole('button', { name: "Show the network's overlay" }).click();
  await expect(page.getByTestId('network-meter')).toHaveText(/Network \d+ fps/, PATIENCE);
  await expect(page.getByTestId('live-figures')).toHaveText(/BLAS \d+ %, \d+ B-lines?/, PATIENCE);
});

test('a frozen image leads to marking the same patient, the probe where it was', async ({ page }) => {
  await scanOpen(page);
  await page.locator('#screen').focus();
  await page.keyboard.press('Shift+ArrowDown');
  const { request, shot } = await freeze(page);
  await tabOpen(page, 'Image');
  await page.getByRole('link', { name: 'Mark and be graded' }).click();
  await expect(page.getByRole('heading', { name: 'Mark the patient you scanned' })).toBeVisible(PATIENCE);
  await expect.poll(async () => (await toldOf(page)).request, PATIENCE).toEqual(request);
  await page.getByRole('button', { name: /^Freeze/ }).click();
  await expect(page.locator('#screen')).toHaveAttribute('data-frame-index', /^\d+$/, PATIENCE);
  expect((await toldOf(page)).shot.pose).toEqual(shot.pose);
});

test('no state of the console has serious accessibility violations', async ({ page }) => {
  await scanOpen(page);
  await expect(page).toHaveTitle('Scan a patient · Batsign');
  await axeCheck(page);
  await page.getByRole('button', { name: 'M-mode' }).click();
  await tabOpen(page, 'Patient');
  await axeCheck(page);
  await freeze(page);
  await tabOpen(page, 'Image');
  await page.getByRole('button', { name: 'Measure' }).click();
  const toWindow = await layoutOf(page);
  await drag(page, toWindow({ x: 0, y: 20 }), toWindow({ x: 0, y: 60 }));
  await page.getByRole('button', { name: 'Show what is there' }).click();
  await axeCheck(page);
});

test('at 1366 x 768 chest, image and freeze are in view without scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await scanOpen(page);
  for (const part of [
    page.getByTestId('torso'),
    page.getByTestId('probe-hand'),
    page.locator('#screen'),
    page.getByRole('button', { name: /^Freeze/ }),
    page.getByRole('slider', { name: '12 cm' }),
  ]) {
    await expect(part).toBeInViewport({ ratio: 1 });
  }
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(
    0,
  );
});

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the probe is put by touch while the image is in view, and everything to press is large enough', async ({
    page,
  }) => {
    await scanOpen(page);
    const torso = page.getByTestId('torso');
    await expect(torso).toBeInViewport({ ratio: 1 });
    await expect(page.locator('#screen')).toBeInViewport({ ratio: 1 });
    const box = (await torso.boundingBox())!;
    await page.touchscreen.tap(box.x + 0.62 * box.width, box.y + 0.45 * box.height);
    await page.getByRole('button', { name: /^Freeze/ }).tap();
    await placeReach(page, 'frozen');
    const { pose } = (await toldOf(page)).shot;
    expect(pose.aroundMm).toBeGreaterThan(0);
    for (const tab of ['Machine', 'Image', 'Patient', 'Probe'] as const) {
      await tabOpen(page, tab);
      await touchCheck(page);
    }
  });
});

async function middleOf(locator: ReturnType<Page['locator']>): Promise<{ x: number; y: number }> {
  const box = (await locator.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(
  page: Page,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
}

/** How many columns of the M-mode have been drawn. */
function traceWidth(page: Page): Promise<number> {
  return page.getByTestId('m-mode').evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const pen = (canvas as HTMLCanvasElement).getContext('2d')!;
    const { data } = pen.getImageData(0, 0, width, height);
    let drawn = 0;
    for (let x = 0; x < width; x++) if (data[4 * x + 3] !== 0) drawn += 1;
    return drawn;
  });
}

/** Mean change of grey within 100 ms, over 2 cm of tissue from a share of the depth on. */
function traceMotion(page: Page, fromShare: number): Promise<number> {
  return page.getByTestId('m-mode').evaluate((canvas, share) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height);
    const top = Math.floor(share * height);
    const bottom = Math.min(height, top + Math.floor(0.15 * height));
    let sum = 0;
    let count = 0;
    for (let y = top; y < bottom; y++) {
      for (let x = width - 450; x < width - 25; x++) {
        sum += Math.abs(data[4 * (y * width + x)]! - data[4 * (y * width + x + 25)]!);
        count += 1;
      }
    }
    return sum / count;
  }, fromShare);
}
