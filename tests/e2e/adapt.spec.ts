import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { axeCheck } from './support/accessible.ts';
import { clipsKeep, labelledClips, labelsKeep } from './support/labelled-clips.ts';
import { goOn, panelIs } from './support/play.ts';
import { PATIENCE } from './support/screen.ts';

test.describe.configure({ timeout: 900_000 });

/** Learning takes as many steps on every machine where it has the time for them: a minute, or several on a busy one. */
const TRAINING = { timeout: 600_000 };

const EXAMS = 10;
const NAME = 'Ward 3, curved probe';
const SHIPPED = 'Network of the game';

const training = (page: Page) => page.getByTestId('training');
const labels = (page: Page) => page.getByTestId('labels-clips');

async function fileGive(page: Page, buffer: Buffer): Promise<void> {
  const file = { name: 'network.zip', mimeType: 'application/zip', buffer };
  await page.getByLabel('File of an adapted network').setInputFiles(file);
}

test('the network learns from labelled frames of clips, is kept, grades, is handed on and left again', async ({
  page,
}) => {
  const clips = labelledClips(EXAMS);
  await page.goto('/#/adapt');
  await expect(page.getByText('There is no clip on this device yet.')).toBeVisible(PATIENCE);
  await clipsKeep(page, clips);
  await labelsKeep(page, clips.slice(0, -1));
  await page.reload();

  // Of the last exam the network's own labels are taken over: once as they are, once without a class.
  const count = page.getByTestId('frames-count');
  await expect(count).toContainText('18 of at least 20 frames, 9 of 10 exams', PATIENCE);
  await expect(page.getByRole('button', { name: 'Start training' })).toBeDisabled();
  await page.getByRole('checkbox', { name: `Ward clip ${EXAMS}` }).check();
  await axeCheck(page);
  await page.getByRole('button', { name: 'Go on with the next frame' }).click();
  const keep = page.getByRole('button', { name: 'Keep these labels' });
  await expect(keep).toBeEnabled(PATIENCE);
  const drawn = page.getByRole('list', { name: 'Drawn on this image' }).getByRole('listitem');
  const found = await drawn.count();
  expect(found).toBeGreaterThan(1);
  await axeCheck(page);
  await keep.press('Enter');
  await expect(count).toContainText('19 of at least 20 frames, 10 of 10 exams');
  await expect(page.locator('#screen')).toHaveAttribute('data-frame-index', '1', PATIENCE);
  await expect(keep).toBeEnabled(PATIENCE);
  const second = await drawn.count();
  await drawn.last().getByRole('button').click();
  await expect(drawn).toHaveCount(second - 1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(drawn).toHaveCount(second);
  await keep.press('Enter');

  // Cancelled, nothing stays; begun again, it goes on while other pages are looked at.
  await page.getByRole('radio', { name: '10 minutes' }).check({ force: true });
  await page.getByRole('button', { name: 'Start training' }).click();
  await expect(training(page)).toHaveAttribute('data-state', 'learning', PATIENCE);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(training(page)).toHaveAttribute('data-state', 'idle');
  await page.getByRole('button', { name: 'Start training' }).click();
  await expect(page.getByTestId('training-progress')).toContainText('left', TRAINING);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible(PATIENCE);
  await page.goBack();
  await expect(training(page)).toHaveAttribute('data-state', /^(learning|done)$/, PATIENCE);
  const result = page.getByTestId('training-result');
  await expect(result).toHaveAttribute('data-better', 'true', TRAINING);
  await expect(result).toContainText('It learnt from 14 frames of 7 exams');
  await expect(result.getByRole('img')).toHaveCount(3 * 6);
  await axeCheck(page);
  await result.getByLabel('Name of the adapted network').fill(NAME);
  await result.getByRole('button', { name: 'Keep this network' }).click();
  await expect(labels(page)).toHaveText(NAME, PATIENCE);
  await expect(result).toHaveCount(0);

  // Who practises on a clip is graded by it, and told so.
  await page.goto(`/#/clips/${clips[0]!.id}`);
  await page.getByRole('link', { name: 'Practise on this clip' }).click();
  await panelIs(page, 'Freeze');
  await goOn(page, /^Freeze/);
  await panelIs(page, 'Marking');
  await goOn(page, 'Hand in my marks');
  await panelIs(page, 'Feedback');
  await expect(page.getByText(`This image was labelled by the adapted network "${NAME}".`)).toBeVisible(
    PATIENCE,
  );
  await page.getByText('How this was measured').first().click();
  await expect(page.getByText(`Key: the adapted network "${NAME}".`).first()).toBeVisible();

  await page.goto('/#/adapt');
  const downloading = page.waitForEvent('download', PATIENCE);
  await page.getByRole('button', { name: `Export ${NAME}` }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe('ward-3-curved-probe.batsign-network.zip');
  const bytes = await readFile(await file.path());
  await page.getByRole('button', { name: 'Back to the network of the game' }).click();
  await expect(labels(page)).toHaveText(SHIPPED, PATIENCE);

  await page.goto(`/#/clips/${clips[0]!.id}`);
  const overlay = page.getByRole('button', { name: "Show the network's overlay" });
  await overlay.click();
  await expect(page.getByRole('slider', { name: 'Overlay strength' })).toBeVisible(PATIENCE);
  await expect(page.getByTestId('adapted')).toHaveCount(0);

  await page.goto('/#/adapt');
  const network = page.getByTestId('network');
  await page.getByRole('button', { name: `Remove ${NAME}` }).click();
  await expect(network).toHaveCount(0, PATIENCE);
  await fileGive(page, Buffer.from(bytes.subarray(0, bytes.length / 2)));
  await expect(page.getByTestId('networks').getByRole('alert')).toBeVisible(PATIENCE);
  await expect(network).toHaveCount(0);
  await fileGive(page, bytes);
  await expect(network).toContainText('Imported on', PATIENCE);
  await network.getByRole('button', { name: 'Use for: Clips and recorded files' }).click();
  await expect(labels(page)).toHaveText(NAME, PATIENCE);
  await page.goto(`/#/clips/${clips[0]!.id}`);
  await overlay.click();
  await expect(page.getByTestId('adapted')).toHaveText(
    `Labelled by the adapted network "${NAME}".`,
    PATIENCE,
  );
});
