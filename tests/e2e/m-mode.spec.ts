import { expect, type Page, test } from '@playwright/test';
import { encode } from 'fast-png';
import { randomCreate } from '../../src/domain/numbers/random.ts';
import { phantomFrame, phantomOpen } from '../../src/simulator/exam/phantom.ts';
import { axeCheck, touchCheck } from './support/accessible.ts';
import { clipOpen, fileGive, pictureMake } from './support/clip.ts';
import { PATIENCE } from './support/screen.ts';

test.describe.configure({ timeout: 240_000 });

/** Where the strip lies on the drawn screen, pixels. */
const STRIP = { left: 560, top: 100, width: 520, height: 400 };

/** A screen of a machine: the phantom, and beside it a strip of noise with one bright row. */
function screenMake(): Buffer {
  const [width, height] = [1100, 600];
  const data = new Uint8Array(width * height);
  const { frame } = phantomFrame(phantomOpen({ seed: 2, split: 'game', probe: 'convex' }), 0, 512);
  for (let y = 0; y < 512; y++) data.set(frame.grey.subarray(y * 512, (y + 1) * 512), (y + 40) * width + 10);
  const random = randomCreate(5, 0);
  for (let y = 0; y < STRIP.height; y++) {
    for (let x = 0; x < STRIP.width; x++) {
      const level = y >= 120 && y < 124 ? 230 : 40 * Math.sqrt(-2 * Math.log(1 - random.next()));
      data[(y + STRIP.top) * width + x + STRIP.left] = Math.min(255, level);
    }
  }
  return Buffer.from(encode({ width, height, data, channels: 1 }));
}

/** A dialog that is open, whole, and nothing wrong with it. */
async function dialogCheck(page: Page): Promise<void> {
  await axeCheck(page);
  await touchCheck(page);
}

/** Drags on the strip between two places, given as shares of its sides. */
async function stripDrag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  const box = (await page.getByTestId('m-mode-strip').boundingBox())!;
  const at = ([x, y]: [number, number]): [number, number] => [box.x + x * box.width, box.y + y * box.height];
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 4 });
  await page.mouse.up();
}

const numberOf = async (page: Page, what: 'depth' | 'time'): Promise<number> =>
  Number.parseFloat(await page.getByTestId(`m-mode-${what}`).innerText());

for (const [device, viewport] of [
  ['a desk', { width: 1280, height: 800 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test(`the M-mode strip beside the image is looked at and measured on, at ${device}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await clipOpen(page);
    await fileGive(page, 'screen.png', screenMake());
    await expect(page.getByText('An M-mode strip was found in the picture.')).toBeVisible(PATIENCE);
    await page.getByRole('button', { name: 'Look at the M-mode strip' }).click();
    const dialog = page.getByRole('dialog', { name: 'M-mode strip' });
    await expect(page.getByTestId('m-mode-ruler-depth')).toContainText('mm');
    await expect(page.getByTestId('m-mode-ruler-time')).toHaveText('');
    await stripDrag(page, [0.25, 0.25], [0.75, 0.75]);
    await expect(page.getByTestId('m-mode-time')).toHaveText('say the time first');
    await dialogCheck(page);

    const time = dialog.getByLabel('Time that the strip shows, s');
    await time.fill('100');
    await expect(dialog.getByText('Give a number from 0.2 to 60.')).toBeVisible();
    await time.fill('4');
    await expect(page.getByTestId('m-mode-ruler-time')).toContainText('3');
    // Half of the strip's four seconds and twelve centimetres; a pointer comes within a pixel or two.
    await dialog.getByLabel("Depth from the strip's top to its bottom, cm").fill('12');
    expect(Math.abs((await numberOf(page, 'time')) - 2)).toBeLessThan(0.04);
    expect(Math.abs((await numberOf(page, 'depth')) - 60)).toBeLessThan(1.5);
    await dialogCheck(page);

    // By keyboard, a fifth of the width: 40 steps of 1/200.
    const strip = page.getByTestId('m-mode-strip');
    await strip.focus();
    await strip.press('Enter');
    for (let step = 0; step < 4; step++) await strip.press('Shift+ArrowRight');
    await strip.press('Enter');
    await expect(page.getByTestId('m-mode-time')).toHaveText('0.80 s');
    await expect(page.getByTestId('m-mode-depth')).toHaveText('0.0 mm');

    // What was said stays while the clip is open.
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Look at the M-mode strip' }).click();
    await expect(page.getByTestId('m-mode-time')).toHaveText('0.80 s');
  });
}

test('a strip that is not found is shown by a rectangle, drawn or typed', async ({ page }) => {
  await clipOpen(page);
  await fileGive(page, 'scan.png', pictureMake().png);
  await page.getByRole('button', { name: 'Point at an M-mode strip' }).click(PATIENCE);
  const dialog = page.getByRole('dialog', { name: 'Where is the M-mode strip?' });
  const use = dialog.getByRole('button', { name: 'Look at this strip' });
  await expect(use).toBeDisabled();
  const sides = { Left: '100', Top: '200', Width: '10', Height: '150' };
  for (const [side, px] of Object.entries(sides)) await dialog.getByLabel(side, { exact: true }).fill(px);
  await expect(dialog.getByText('at least 16 pixels wide and high')).toBeVisible();
  await expect(use).toBeDisabled();

  const box = (await page.getByTestId('m-mode-pointing').boundingBox())!;
  await page.mouse.move(box.x + 0.25 * box.width, box.y + 0.25 * box.height);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.75 * box.width, box.y + 0.5 * box.height, { steps: 4 });
  await page.mouse.up();
  // Of a picture of 592 x 592.
  expect(Math.abs(Number(await dialog.getByLabel('Width').inputValue()) - 296)).toBeLessThan(4);
  expect(Math.abs(Number(await dialog.getByLabel('Height').inputValue()) - 148)).toBeLessThan(4);
  await dialogCheck(page);
  await use.click();
  await expect(page.getByRole('dialog', { name: 'M-mode strip' })).toBeVisible();
  await stripDrag(page, [0, 0.1], [0.5, 0.6]);
  // It lies in the image itself, so that its depth is not known.
  await expect(page.getByTestId('m-mode-depth')).toHaveText('say the depth first');
  await expect(page.getByText('Read from the scale beside the strip how deep it reaches.')).toBeVisible();
});
