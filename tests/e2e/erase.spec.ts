import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { axeCheck } from './support/accessible.ts';
import { clipOpen, fileGive, outlineUse, pictureMake } from './support/clip.ts';
import { libraryOpen, sequenceImport, sequenceMake } from './support/library.ts';
import { bestScoresShown, goOn, panelIs, panelReach, scenarioStart } from './support/play.ts';
import { marksDraw, PATIENCE } from './support/screen.ts';
import { NOTHING_KEPT, storageList, storageText } from './support/storage.ts';
import { scenarioRead } from './support/truth.ts';

const scenario = scenarioRead('find-the-bat-sign');
const FILE = 'MUSTERMANN_ERIKA_1964-08-12.png';

test.describe.configure({ timeout: 240_000 });

/** Marks on a file of the learner's own. */
async function ownMarks(page: Page): Promise<void> {
  const { png, depthMm, marks, frame } = pictureMake();
  await clipOpen(page);
  await fileGive(page, FILE, png);
  await outlineUse(page, depthMm);
  await goOn(page, /^Freeze/);
  await panelIs(page, 'Marking');
  const pleura = marks.filter((mark) => mark.kind === 'line' && mark.finding === 'pleural_line');
  await marksDraw(page, pleura, frame.sector);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled(PATIENCE);
}

async function eraseAsk(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Erase my data' }).click();
  await page.getByRole('button', { name: 'Yes, erase everything' }).click();
}

async function nothingOffered(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Batsign, home' }).click();
  await expect(page.getByText(`Start: ${scenario.title}`)).toBeVisible(PATIENCE);
  await expect(page.getByText('You are in the middle of')).toHaveCount(0);
  await expect(await bestScoresShown(page, scenario)).toHaveCount(0);
}

test("a learner's own file: its name is neither kept nor handed over", async ({ page }) => {
  await ownMarks(page);
  await page.getByRole('link', { name: 'Batsign, home' }).click();
  await expect(page.getByText('You are in the middle of')).toBeVisible(PATIENCE);
  await expect.poll(() => storageText(page), PATIENCE).toContain('"sha256"');
  await page.getByRole('link', { name: 'Settings' }).click();
  const [copy] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save a copy' }).click(),
  ]);
  for (const text of [await storageText(page), readFileSync((await copy.path())!, 'utf8')]) {
    expect(text).toContain('own-clip');
    expect(text).not.toContain('MUSTERMANN');
    expect(text).not.toContain('sizeBytes');
  }
});

test('erasing leaves nothing, in no storage and in no list', async ({ page }) => {
  await libraryOpen(page);
  await sequenceImport(page, sequenceMake(3), 'Base right');
  await scenarioStart(page, scenario.title);
  await panelReach(page, 'Debrief', scenario);
  await goOn(page, 'Show my result');
  await ownMarks(page);
  await page.getByRole('link', { name: 'Batsign, home' }).click();
  await expect(page.getByText('You are in the middle of')).toBeVisible(PATIENCE);
  await expect(await bestScoresShown(page, scenario)).toHaveCount(1);
  await page.getByRole('button', { name: 'Sound' }).click();
  const kept = await storageList(page);
  expect(kept.databases).toEqual(['batsign']);
  expect(kept.files).toContain('batsign-clips');
  // The picked backend, under the browser's own description of itself.
  expect(kept.localKeys).toEqual([expect.stringContaining('Mozilla')]);

  await eraseAsk(page);
  await expect(page.getByText('Nothing of them is left.')).toBeVisible(PATIENCE);
  expect(await storageList(page)).toEqual(NOTHING_KEPT);
  await expect(page.getByRole('checkbox', { name: 'Play sounds' })).toBeChecked();
  await nothingOffered(page);
  expect(await storageList(page)).toEqual(NOTHING_KEPT);
  await page.reload();
  await nothingOffered(page);

  // What is done after that is kept again.
  await scenarioStart(page, scenario.title);
  await panelReach(page, 'Freeze', scenario);
  await page.reload();
  await panelIs(page, 'Freeze');
});

test('what was saved is erased and brought back: first shown, then added or put in its place', async ({
  page,
}) => {
  await scenarioStart(page, scenario.title);
  await panelReach(page, 'Debrief', scenario);
  await goOn(page, 'Show my result');
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('checkbox', { name: 'Play sounds' }).uncheck();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save a copy' }).click(),
  ]);
  const buffer = readFileSync((await saved.path())!);
  const give = (bytes: Buffer) =>
    page
      .getByLabel('Saved copy')
      .setInputFiles({ name: 'copy.json', mimeType: 'application/json', buffer: bytes });
  const change = page.getByTestId('copy-change');
  await eraseAsk(page);
  const noticeDismiss = () => page.getByRole('button', { name: 'Dismiss this message' }).click(PATIENCE);
  await noticeDismiss();

  await give(buffer.subarray(0, buffer.length / 2));
  await expect(page.getByText('This is no copy that Batsign saved')).toBeVisible(PATIENCE);
  await give(buffer);
  await expect(change).toHaveText(
    '1 attempt is added.3 answers to single images are added.Settings are taken from the copy.',
    PATIENCE,
  );
  await axeCheck(page);
  await page.getByRole('button', { name: 'Leave it' }).click();
  await expect(change).toHaveCount(0);
  // What is here was asked for, to tell what would change; nothing was brought in, nor was the learners' database made anew.
  const asked = ['batsign-drafts', 'batsign-networks'];
  expect((await storageList(page)).databases).toEqual(asked);
  await give(buffer);
  await page.getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByText('The copy was brought in.')).toBeVisible(PATIENCE);
  await noticeDismiss();
  await expect(page.getByRole('checkbox', { name: 'Play sounds' })).not.toBeChecked();
  await page.getByRole('checkbox', { name: 'Play sounds' }).check();
  await give(buffer);
  await expect(change).toHaveText('Nothing: all that is in the copy is here.', PATIENCE);
  await page.getByRole('radio', { name: 'Replace what is here' }).check({ force: true, ...PATIENCE });
  await expect(change).toHaveText(
    '1 attempt is replaced by that of the copy.3 answers to single images are replaced by those of the copy.Settings are taken from the copy.',
    PATIENCE,
  );
  await page.getByRole('button', { name: 'Replace what is here' }).click();
  await expect(page.getByRole('checkbox', { name: 'Play sounds' })).not.toBeChecked(PATIENCE);
  await expect(await bestScoresShown(page, scenario)).toHaveCount(1);
  await page.reload();
  await expect(page.locator('.scenario-best strong')).toHaveCount(1, PATIENCE);
});

test('another tab of the game lets go of what is erased, and offers it no more', async ({
  page,
  context,
}) => {
  await scenarioStart(page, scenario.title);
  await panelReach(page, 'Freeze', scenario);
  const other = await context.newPage();
  await other.goto('/');
  await expect(other.getByText('You are in the middle of')).toBeVisible(PATIENCE);
  await eraseAsk(page);
  await expect(page.getByText('Nothing of them is left.')).toBeVisible(PATIENCE);
  await expect(other.getByText('was erased in another tab')).toBeVisible(PATIENCE);
  await expect(other.getByText('You are in the middle of')).toHaveCount(0);
  await expect.poll(() => storageList(page), PATIENCE).toEqual(NOTHING_KEPT);
});

test('a page that holds the database open is said to be in the way, and nothing hangs', async ({
  page,
  context,
}) => {
  await scenarioStart(page, scenario.title);
  await panelReach(page, 'Freeze', scenario);
  const other = await context.newPage();
  await other.goto('/third-party-notices.txt');
  await other.evaluate(
    () =>
      new Promise((done, fail) => {
        const request = indexedDB.open('batsign');
        request.onsuccess = () => done(null);
        request.onerror = () => fail(request.error);
      }),
  );
  await eraseAsk(page);
  await expect(page.getByText(/another tab holds its empty place open: close all other tabs/)).toBeVisible(
    PATIENCE,
  );
  await nothingOffered(page);
  await other.close();
  await expect.poll(() => storageList(page), PATIENCE).toEqual(NOTHING_KEPT);
});
