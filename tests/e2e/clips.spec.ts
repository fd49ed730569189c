import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { decode } from 'fast-png';
import { unzipSync } from 'fflate';
import { axeCheck } from './support/accessible.ts';
import {
  dicomMake,
  libraryOpen,
  type Sequence,
  sequenceGive,
  sequenceImport,
  sequenceMake,
} from './support/library.ts';
import { panelIs } from './support/play.ts';
import { PATIENCE } from './support/screen.ts';

test.describe.configure({ timeout: 240_000 });

const IMAGES = 40;
let made: Sequence | null = null;

/** The same pictures for all tests: making them takes a second or two. */
function sequence(): Sequence {
  made ??= sequenceMake(IMAGES);
  return made;
}

const NAME = 'Base right';
const strip = (page: Page) => page.getByRole('slider', { name: 'Image of the clip' });
const place = (page: Page) => page.getByTestId('clip-place');
const analysis = (page: Page) => page.getByTestId('analysis');

async function clipReach(page: Page): Promise<void> {
  await libraryOpen(page);
  await sequenceImport(page, sequence(), NAME);
  await page.getByRole('link', { name: NAME }).click();
  await expect(place(page)).toHaveText(`1 of ${IMAGES} · 0.00 s`, PATIENCE);
}

async function clipAnalyse(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Analyse the whole clip' }).click();
  await expect(page.getByText(`All ${IMAGES} images are analysed.`)).toBeVisible(PATIENCE);
}

/** Every file that is kept of clips, by its path, as bytes in Latin-1. */
function filesKept(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(async () => {
    const found: Record<string, string> = {};
    const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        if (handle instanceof FileSystemDirectoryHandle) await walk(handle, `${path}${name}/`);
        else if (handle instanceof FileSystemFileHandle) {
          const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
          found[`${path}${name}`] = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
        }
      }
    };
    await walk(await navigator.storage.getDirectory(), '');
    return found;
  });
}

test('importing shows what is removed, and keeps neither it nor the name of the file', async ({ page }) => {
  await libraryOpen(page);
  await expect(page.getByText('No clips yet')).toBeVisible(PATIENCE);
  await sequenceGive(page, sequence());
  await expect(page.getByTestId('removed-picture')).toBeVisible();
  await expect(page.getByTestId('removed')).toContainText('The hatched part of each image');
  await axeCheck(page);
  // Nothing is kept before it was said so.
  expect(await filesKept(page)).toEqual({});
  await expect(page.getByLabel('Name')).toHaveValue('');
  await page.getByRole('button', { name: 'Save in the library' }).click();
  // No name was typed, so it is none that tells anything.
  await expect(page.getByRole('link', { name: 'Clip 1' })).toBeVisible(PATIENCE);
  await expect(page.getByTestId('clip-card')).toContainText(`${IMAGES} images`);
  const kept = await filesKept(page);
  expect(Object.keys(kept).map((path) => path.split('/').at(-1))).toEqual(
    expect.arrayContaining(['clip.json', 'frames.bin', 'name.json']),
  );
  for (const content of Object.values(kept)) expect(content).not.toContain('Mustermann');
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('Mustermann');
});

test('of a DICOM file everything but the image is left in it, and said by name', async ({ page }) => {
  await libraryOpen(page);
  const { buffer, secrets } = dicomMake(sequence());
  await page.getByLabel('Recordings to import').setInputFiles({
    name: 'DOE_JANE.dcm',
    mimeType: 'application/dicom',
    buffer,
  });
  await page.getByRole('button', { name: 'Use this outline' }).click(PATIENCE);
  const removed = page.getByTestId('removed');
  for (const name of ['PatientName', 'PatientBirthDate', 'PatientID'])
    await expect(removed).toContainText(name);
  for (const secret of secrets) await expect(removed).not.toContainText(secret);
  await page.getByRole('button', { name: 'Save in the library' }).click();
  await expect(page.getByTestId('clip-card')).toContainText('3 images', PATIENCE);
  for (const content of Object.values(await filesKept(page))) {
    for (const secret of secrets) expect(content).not.toContain(secret);
  }
});

test('a file that cannot be used is told, and the others of the lot are still imported', async ({ page }) => {
  await libraryOpen(page);
  const words = { name: 'notes.mp4', mimeType: 'video/mp4', buffer: Buffer.from('words, words, words') };
  await page.getByLabel('Recordings to import').setInputFiles([words, sequence().files[0]!]);
  await expect(page.getByRole('alert')).toContainText('notes.mp4', PATIENCE);
  await page.getByRole('button', { name: 'Go on with the next' }).click();
  await expect(page.getByText('Where is the image?')).toBeVisible(PATIENCE);
  await page.getByRole('button', { name: 'Leave it out' }).click();
  await expect(page.getByText('No clips yet')).toBeVisible(PATIENCE);
  expect(await filesKept(page)).toEqual({});
});

test('a clip is stepped, jumped and played through, frame by frame, and practised on', async ({ page }) => {
  await clipReach(page);
  await page.keyboard.press('.');
  await page.keyboard.press('.');
  await expect(place(page)).toHaveText(`3 of ${IMAGES} · 0.08 s`);
  await page.keyboard.press(',');
  await expect(place(page)).toContainText(`2 of ${IMAGES} `);
  await page.getByRole('button', { name: 'One image on' }).click();
  await expect(place(page)).toContainText(`3 of ${IMAGES} `);
  await strip(page).press('End');
  await expect(place(page)).toContainText(`${IMAGES} of ${IMAGES} `);
  await expect(page.getByRole('button', { name: 'One image on' })).toBeDisabled();
  await strip(page).press('PageDown');
  // A second is 25 images of 40 ms.
  await expect(place(page)).toContainText(`${IMAGES - 25} of ${IMAGES} `);
  await expect(strip(page)).toHaveAttribute(
    'aria-valuetext',
    /^Image 15 of 40, 0\.56 seconds, not analysed$/,
  );
  const box = (await strip(page).boundingBox())!;
  await page.mouse.click(box.x + 0.7501 * box.width, box.y + 20);
  await expect(place(page)).toContainText(`31 of ${IMAGES} `);

  // Without its loop it stands on its last image.
  await page.getByRole('button', { name: 'Loop' }).click();
  await page.getByLabel('Speed').selectOption('2');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(place(page)).toContainText(`${IMAGES} of ${IMAGES} `, PATIENCE);
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();

  // Its file is needed no longer, neither for practice nor after a reload of that.
  await page.getByRole('link', { name: 'Practise on this clip' }).click();
  await panelIs(page, 'Freeze');
  await page.getByRole('button', { name: /^Freeze/ }).click();
  await panelIs(page, 'Marking');
  await page.reload();
  await panelIs(page, 'Marking');
  await page.goBack();
  await expect(place(page)).toBeVisible(PATIENCE);
});

test('analysing can be stopped and gone on with; results lead through the clip, are saved, and outlive a reload', async ({
  page,
}) => {
  await clipReach(page);
  await page.getByRole('button', { name: 'Analyse the whole clip' }).click();
  await expect(analysis(page)).toHaveAttribute('data-analysed', /^[1-9]/, PATIENCE);
  await page.getByRole('button', { name: 'Stop, and keep what is done' }).click();
  const goOn = page.getByRole('button', { name: /^Go on: \d+ of 40 are done$/ });
  await expect(goOn).toBeVisible(PATIENCE);
  await axeCheck(page);
  await page.reload();
  await expect(goOn).toBeVisible(PATIENCE);
  await goOn.click();
  await expect(page.getByText(`All ${IMAGES} images are analysed.`)).toBeVisible(PATIENCE);
  // The images show A-lines and two B-lines throughout.
  await expect(page.getByTestId('clip-readout')).toHaveText(/^A-linesprobablyB-linesprobably$/);
  await expect(page.getByTestId('clip-count')).toHaveText(
    /^Its masks show up to \d separate B-lines? at a time in one intercostal space\./,
  );

  // To the highest score by key, and to the first B-line by the table.
  await page.keyboard.press('p');
  const highest = page.getByRole('button', { name: /^Highest B-line score/ });
  const peak = /: go to image (\d+)$/.exec((await highest.getAttribute('aria-label'))!)![1];
  await expect(place(page)).toContainText(`${peak} of ${IMAGES} `);
  await page.getByRole('button', { name: /^B-line, seen in .+ go to the first/ }).click();
  await expect(strip(page)).toHaveAttribute('aria-valuetext', /B-line score \d+ %, .+ seen: .*B-line/);
  await axeCheck(page);

  const [csvFile] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Table (CSV)' }).click(),
  ]);
  expect(csvFile.suggestedFilename()).toBe('batsign-results.csv');
  const csv = readFileSync((await csvFile.path())!, 'utf8');
  expect(csv).not.toContain(NAME);
  const [head, ...rows] = csv
    .trimEnd()
    .split('\r\n')
    .map((row) => row.split(','));
  expect(rows).toHaveLength(IMAGES);
  const cell = (row: readonly string[], name: string): number => Number(row[head!.indexOf(name)]);
  expect(rows.map((row) => cell(row, 'time_ms'))).toEqual(rows.map((_, index) => 40 * index));
  const scores = rows.map((row) => cell(row, 'blas_scanline_percent'));
  expect(scores.indexOf(Math.max(...scores)) + 1).toBe(Number(peak));
  expect(Math.max(...rows.map((row) => cell(row, 'b_line_count')))).toBeGreaterThan(0);

  const [zipFile] = await Promise.all([
    page.waitForEvent('download', PATIENCE),
    page.getByRole('button', { name: 'Masks (PNG)' }).click(),
  ]);
  const masks = unzipSync(readFileSync((await zipFile.path())!));
  expect(Object.keys(masks)).toHaveLength(IMAGES);
  const first = decode(masks['mask-0001.png']!);
  expect([first.channels, first.depth]).toEqual([1, 8]);
  const counts = new Uint32Array(256);
  for (const value of first.data) counts[value]! += 1;
  expect(Math.max(...first.data)).toBeLessThan(8);
  expect(counts[4]).toBeGreaterThan(0);
  // Of the raster's rows the first lies above the fan's ends but for the corners: background alone.
  expect([first.data[0], first.data[first.width - 1]]).toEqual([0, 0]);
});

test('the overlay shows what is kept of an image, and results of another version of the network are dropped', async ({
  page,
}) => {
  await clipReach(page);
  await clipAnalyse(page);
  const screen = page.locator('#screen');
  await page.mouse.move(2, 2);
  const bare = await screen.screenshot({ animations: 'disabled' });
  await page.getByRole('button', { name: "Show the network's overlay" }).click();
  await expect
    .poll(async () => (await screen.screenshot({ animations: 'disabled' })).equals(bare), PATIENCE)
    .toBe(false);
  const first = await screen.screenshot({ animations: 'disabled' });
  await page.keyboard.press('.');
  await expect(place(page)).toContainText(`2 of ${IMAGES} `);
  await page.keyboard.press(',');
  await expect
    .poll(async () => (await screen.screenshot({ animations: 'disabled' })).equals(first), PATIENCE)
    .toBe(true);

  await page.evaluate(async () => {
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('batsign-clips');
    for await (const handle of root.values()) {
      if (!(handle instanceof FileSystemDirectoryHandle)) continue;
      const names: string[] = [];
      for await (const name of handle.keys()) if (name.startsWith('analysis-')) names.push(name);
      for (const name of names) {
        const bytes = await (await (await handle.getFileHandle(name)).getFile()).arrayBuffer();
        const other = await handle.getFileHandle(name.replace(/[0-9a-f]{64}/, 'e'.repeat(64)), {
          create: true,
        });
        const writable = await other.createWritable();
        await writable.write(bytes);
        await writable.close();
        await handle.removeEntry(name);
      }
    }
  });
  await page.reload();
  await expect(page.getByText('The results of an earlier version of the network were dropped')).toBeVisible(
    PATIENCE,
  );
  await expect(page.getByRole('button', { name: 'Analyse the whole clip' })).toBeEnabled();
  await clipAnalyse(page);
});

test('clips are renamed, deleted after asking, told when damaged, and erased with everything else', async ({
  page,
}) => {
  await libraryOpen(page);
  await sequenceImport(page, sequence(), NAME);
  await page.getByRole('button', { name: `Rename ${NAME}` }).click();
  await page.getByLabel(/^Name/).fill('Base left');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Base left' })).toBeVisible(PATIENCE);
  await page.reload();
  await expect(page.getByRole('link', { name: 'Base left' })).toBeVisible(PATIENCE);
  await axeCheck(page);
  await page.getByRole('button', { name: 'Delete Base left' }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: 'Delete Base left' }).click();
  await page.getByRole('button', { name: 'Yes, delete it' }).click();
  await expect(page.getByText('No clips yet')).toBeVisible(PATIENCE);

  await sequenceImport(page, sequence(), NAME);
  await page.evaluate(async () => {
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('batsign-clips');
    for await (const handle of root.values()) {
      if (!(handle instanceof FileSystemDirectoryHandle)) continue;
      const writable = await (await handle.getFileHandle('clip.json')).createWritable();
      await writable.write('{');
      await writable.close();
    }
  });
  await page.reload();
  await expect(page.getByRole('region', { name: 'Damaged clips' })).toContainText(
    'delete the clip',
    PATIENCE,
  );
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No clips yet')).toBeVisible(PATIENCE);

  await sequenceImport(page, sequence(), NAME);
  await page.goto('/#/settings');
  await page.getByRole('button', { name: 'Erase my data' }).click();
  await page.getByRole('button', { name: 'Yes, erase everything' }).click();
  await expect(page.getByText('clips of this game were erased')).toBeVisible(PATIENCE);
  expect(await filesKept(page)).toEqual({});
});

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('nothing is wider than the screen, and the strip is jumped on by touch', async ({ page }) => {
    await clipReach(page);
    await clipAnalyse(page);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBe(0);
    const box = (await strip(page).boundingBox())!;
    await page.touchscreen.tap(box.x + 0.5001 * box.width, box.y + 30);
    await expect(place(page)).toContainText(`21 of ${IMAGES} `);
    await axeCheck(page);
    await page.getByRole('link', { name: 'Library' }).tap();
    await expect(page.getByTestId('clip-card')).toBeVisible();
    expect(await overflow()).toBe(0);
  });
});
