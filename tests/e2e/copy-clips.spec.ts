import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { axeCheck } from './support/accessible.ts';
import { libraryOpen, type Sequence, sequenceImport, sequenceMake } from './support/library.ts';
import { PATIENCE } from './support/screen.ts';

test.describe.configure({ timeout: 240_000 });

const IMAGES = 3;
let made: Sequence | null = null;

function sequence(): Sequence {
  made ??= sequenceMake(IMAGES);
  return made;
}

/** Takes the copy that is saved by a press. */
async function copySave(page: Page): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [saved] = await Promise.all([
    page.waitForEvent('download', PATIENCE),
    page.getByRole('button', { name: 'Save a copy' }).click(),
  ]);
  return { name: saved.suggestedFilename(), bytes: readFileSync((await saved.path())!) };
}

const change = (page: Page) => page.getByTestId('copy-change');

function copyGive(page: Page, name: string, buffer: Buffer): Promise<void> {
  return page.getByLabel('Saved copy').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}

test('clips are part of the copy where that is chosen, and come back from it', async ({ page }) => {
  await libraryOpen(page);
  await sequenceImport(page, sequence(), 'Base right');
  await page.goto('/#/settings');
  const bare = await copySave(page);
  expect(bare.name).toBe('batsign-my-data.json');
  await page.getByRole('checkbox', { name: /clips of my library/ }).check();
  const { name, bytes } = await copySave(page);
  expect(name).toBe('batsign-my-data.zip');
  const files = unzipSync(bytes);
  expect(
    Object.keys(files)
      .map((path) => path.replace(/[0-9a-f-]{36}/, 'ID'))
      .sort(),
  ).toEqual(['batsign-my-data.json', 'clips/ID/clip.json', 'clips/ID/frames.bin', 'clips/ID/name.json']);
  for (const content of Object.values(files)) expect(strFromU8(content, true)).not.toContain('Mustermann');

  await page.getByRole('button', { name: 'Erase my data' }).click();
  await page.getByRole('button', { name: 'Yes, erase everything' }).click();
  await page.getByRole('button', { name: 'Dismiss this message' }).click(PATIENCE);
  await copyGive(page, 'copy.zip', bytes.subarray(0, bytes.length / 2));
  await expect(page.getByText('The zip is damaged or cut off')).toBeVisible(PATIENCE);
  await copyGive(page, 'other.zip', Buffer.from(zipSync({ 'a.txt': strToU8('words') })));
  await expect(page.getByText('This is no copy that Batsign saved')).toBeVisible(PATIENCE);
  await copyGive(page, 'copy.zip', bytes);
  await expect(change(page)).toHaveText('1 clip is added.', PATIENCE);
  await axeCheck(page);
  await page.getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByText('The copy was brought in.')).toBeVisible(PATIENCE);
  await page.getByRole('button', { name: 'Dismiss this message' }).click();
  await copyGive(page, 'copy.zip', bytes);
  await expect(change(page)).toHaveText('Nothing: all that is in the copy is here.', PATIENCE);
  await page.getByRole('button', { name: 'Leave it' }).click();

  // A clip that is not in the copy is erased by replacing with it; a copy without clips leaves all.
  await libraryOpen(page);
  await expect(page.getByRole('link', { name: 'Base right' })).toBeVisible(PATIENCE);
  await sequenceImport(page, sequence(), 'Base left');
  await page.goto('/#/settings');
  await copyGive(page, bare.name, bare.bytes);
  await page.getByRole('radio', { name: 'Replace what is here' }).check({ force: true, ...PATIENCE });
  await expect(change(page)).toContainText('The clips of your library stay');
  await copyGive(page, 'copy.zip', bytes);
  await page.getByRole('radio', { name: 'Replace what is here' }).check({ force: true, ...PATIENCE });
  await expect(change(page)).toContainText('1 clip that is not in the copy is erased here.', PATIENCE);
  await page.getByRole('button', { name: 'Replace what is here' }).click();
  await expect(page.getByText('The copy was brought in.')).toBeVisible(PATIENCE);
  await libraryOpen(page);
  await expect(page.getByTestId('clip-card')).toHaveCount(1, PATIENCE);
  await page.getByRole('link', { name: 'Base right' }).click();
  await expect(page.getByTestId('clip-place')).toHaveText(`1 of ${IMAGES} · 0.00 s`, PATIENCE);
});

test('a clip of a copy that is damaged is left out, and that is said', async ({ page }) => {
  await libraryOpen(page);
  await sequenceImport(page, sequence(), 'Base right');
  await page.goto('/#/settings');
  await page.getByRole('checkbox', { name: /clips of my library/ }).check();
  const files = unzipSync((await copySave(page)).bytes);
  const frames = Object.keys(files).find((path) => path.endsWith('frames.bin'))!;
  files[frames]![100]! ^= 1;
  await page.getByRole('button', { name: 'Erase my data' }).click();
  await page.getByRole('button', { name: 'Yes, erase everything' }).click();
  await page.getByRole('button', { name: 'Dismiss this message' }).click(PATIENCE);
  await copyGive(page, 'copy.zip', Buffer.from(zipSync(files)));
  await page.getByRole('button', { name: 'Add it' }).click(PATIENCE);
  await expect(page.getByText('The copy was brought in, but for 1 clip that is damaged.')).toBeVisible(
    PATIENCE,
  );
  await libraryOpen(page);
  await expect(page.getByText('No clips yet')).toBeVisible(PATIENCE);
});
