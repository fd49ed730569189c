import { expect, type Page, test } from '@playwright/test';
import { clipOpen, fileGive, outlineUse, pictureMake, webmRecord } from './support/clip.ts';
import { goOn, imageMark, marksPass, panelIs, panelReach, scenarioStart } from './support/play.ts';
import { PATIENCE } from './support/screen.ts';
import { scenarioRead } from './support/truth.ts';

const MODEL_DAMAGED = "The model's weights file is damaged (its checksum does not match); download it again.";

test.describe.configure({ timeout: 240_000 });

/** Turns one bit of the weights on their way to the page. */
async function modelDamage(page: Page): Promise<void> {
  await page.route(/\/batsign-unet[^/]*\.bin$/, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[1234]! ^= 4;
    await route.fulfill({ response, body });
  });
}

test('files that cannot be read are refused, each in its own sentence, and another can be chosen', async ({
  page,
}) => {
  await clipOpen(page);
  const { png } = pictureMake();
  const sized = (width: number, height: number) => {
    const bytes = Buffer.from(png);
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    return bytes;
  };
  const video = await webmRecord(page, png);
  // Neighbours are refused in different words, so that no sentence is taken for that of the file before.
  const bad: readonly (readonly [string, Buffer, RegExp])[] = [
    ['notes.png', Buffer.from('These are only words.'), /^notes\.png is neither a picture/],
    ['nothing.mp4', Buffer.alloc(0), /^The file is empty/],
    ['cut.png', png.subarray(0, 900), /^The PNG picture is damaged or cut off/],
    ['cut.webm', video.subarray(0, video.length / 2), /^The video breaks off before its (end|first picture)/],
    ['huge.png', sized(20_000, 20_000), /^The picture is 20000 x 20000 pixels, and at most/],
    ['zero.png', sized(0, 0), /^The picture is 0 x 0 pixels; an ultrasound image needs at least/],
    ['cut.mp4', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp42'), /^The video is damaged or cut off/],
  ];
  const alert = page.locator('.panel-body').getByRole('alert');
  for (const [name, bytes, sentence] of bad) {
    await fileGive(page, name, bytes);
    await expect(alert, name).toHaveText(sentence, PATIENCE);
    expect(await alert.innerText()).toMatch(/^[^\n]{20,}\.$/);
    await expect(page.getByRole('button', { name: 'Choose a file' })).toBeEnabled();
  }
  await fileGive(page, 'whole.webm', video);
  await expect(page.getByText(/found with a confidence of/)).toBeVisible(PATIENCE);
  await expect(page.getByRole('button', { name: 'Use this outline' })).toBeEnabled();
});

test('a model with one bit turned is refused in a sentence; phantoms are graded by their truth', async ({
  page,
}) => {
  const scenario = scenarioRead('find-the-bat-sign');
  await modelDamage(page);
  await scenarioStart(page, scenario.title);
  await panelReach(page, 'Observe', scenario);
  await expect(page.getByRole('alert')).toContainText(MODEL_DAMAGED, PATIENCE);
  await imageMark(page, scenario);
  await marksPass(page, scenario);
  const keys = await page.locator('.grade .measured-by').allTextContents();
  expect(keys.length).toBeGreaterThan(0);
  for (const key of keys) expect(key).toContain('Key: phantom truth.');
  await expect(page.getByTestId('key-note')).toHaveText(
    'The network could not read this image, so it is graded by what the phantom really contains.',
  );

  await goOn(page, 'Go on');
  await panelReach(page, 'Observe', scenario);
  await page.unrouteAll();
  // With a new image it is tried by itself: then the button may go before it is pressed.
  const again = page.getByRole('button', { name: 'Try again' });
  const isRead = async () => {
    if (await again.isVisible()) await again.click({ timeout: 1000 }).catch(() => {});
    return (await page.getByRole('alert').count()) === 0;
  };
  await expect.poll(isRead, PATIENCE).toBe(true);
  await expect(page.getByText('Loading the network')).toHaveCount(0, PATIENCE);
});

test('an own clip waits for a model that could not be read, and goes on where it was', async ({ page }) => {
  const { png, depthMm } = pictureMake();
  await modelDamage(page);
  await clipOpen(page);
  await fileGive(page, 'scan.png', png);
  await outlineUse(page, depthMm);
  await expect(page.getByRole('alert')).toContainText(MODEL_DAMAGED, PATIENCE);
  await page.getByRole('button', { name: /^Freeze/ }).click();
  await expect(page.getByRole('heading', { name: 'That did not work' })).toBeVisible(PATIENCE);
  await expect(page.getByRole('alert')).toHaveText(MODEL_DAMAGED);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await panelIs(page, 'Marking');
});

test('a scenario that does not exist leads home with a sentence', async ({ page }) => {
  await page.goto('/#/play/no-such-thing');
  await expect(page.getByRole('alert')).toContainText('There is no scenario named "no-such-thing"');
  await expect(page.getByRole('link', { name: /^Start: / })).toBeVisible();
});
