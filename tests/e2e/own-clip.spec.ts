import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { ROOT } from '../../scripts/lib/root.mjs';
import type { PxPoint } from '../../src/domain/geometry/point.ts';
import { mmFromBeam, pxFromMm, type Sector } from '../../src/domain/geometry/sector.ts';
import type { Mark } from '../../src/domain/marks/mark.ts';
import { dicomWrite, IDENTITY, pixelElements, plain, regionItem, SYNTAX, sq } from '../support/dicom-make.ts';
import {
  clipOpen,
  fileDrop,
  fileGive,
  outlineUse,
  pictureClick,
  pictureDrag,
  pictureEmptyMake,
  pictureMake,
  webmRecord,
} from './support/clip.ts';
import { goOn, panelIs, scoreShown } from './support/play.ts';
import { findingPick, layoutOf, marksDraw, PATIENCE, stillShot } from './support/screen.ts';

const CLIPS = join(ROOT, '..', 'shared', 'lus', 'clips');

test.describe.configure({ timeout: 240_000 });

const isPleura = (mark: Mark) => mark.kind === 'line' && mark.finding === 'pleural_line';

/** From the running clip to its frozen image; the network's overlay is not to be had on the way, and it says why. */
async function clipFreeze(page: Page): Promise<void> {
  await panelIs(page, 'Freeze');
  await expect(page.getByRole('button', { name: "Show the network's overlay" })).toBeDisabled();
  await page.locator('#screen').press('o');
  await expect(page.locator('#overlay-off')).toContainText('before your marks are graded');
  await expect(page.getByRole('slider', { name: 'Overlay strength' })).toHaveCount(0);
  await goOn(page, /^Freeze/);
  await panelIs(page, 'Marking');
  await expect(page.locator('#screen')).toHaveAttribute('data-layout', /\d/, PATIENCE);
}

/** Hands in; gives the score of the pleural line, which the network graded and says how sure it is of. */
async function pleuraGrade(page: Page): Promise<number> {
  await goOn(page, 'Hand in my marks');
  await panelIs(page, 'Feedback');
  const score = await scoreShown(page);
  expect(score).toBeGreaterThanOrEqual(0);
  expect(score).toBeLessThanOrEqual(100);
  return pleuraLook(page);
}

/** What there is to see of it, with or without a number (NaN). */
async function pleuraLook(page: Page): Promise<number> {
  // With the marks graded, the overlay spoils nothing any more.
  const screen = page.locator('#screen');
  const without = await screen.screenshot();
  await page.getByRole('button', { name: "Show the network's overlay" }).click();
  await expect.poll(async () => without.equals(await screen.screenshot()), PATIENCE).toBe(false);
  const grade = page.locator('.grade[data-finding=pleural_line]');
  await expect(grade.locator('.measured-by')).toContainText('Key: network.');
  await expect(grade).toContainText(/confidence \d+ %/);
  return Number(await grade.locator('.grade-score').innerText());
}

test('a picture is dropped, its outline is found, and it is marked and graded by the network', async ({
  page,
}) => {
  const { png, depthMm, marks, frame } = pictureMake();
  await clipOpen(page);
  expect(await fileDrop(page, '.clip-stage', 'scan.png', png)).toBe(true);
  await outlineUse(page, depthMm);
  await clipFreeze(page);
  expect(await marksDraw(page, marks.filter(isPleura), frame.sector)).toBeGreaterThan(0);
  expect(await pleuraGrade(page)).toBeGreaterThanOrEqual(60);
});

/** Moves the cross-hair by keyboard: 1/200 of the picture's width with each arrow key, ten times that with Shift. */
async function crossMove(picture: Locator, from: PxPoint, to: PxPoint): Promise<void> {
  const [, , width] = (await picture.getAttribute('viewBox'))!.split(' ').map(Number);
  for (const [by, forward, back] of [
    [to.x - from.x, 'ArrowRight', 'ArrowLeft'],
    [to.y - from.y, 'ArrowDown', 'ArrowUp'],
  ] as const) {
    const steps = Math.round((Math.abs(by) * 200) / width!);
    const key = by > 0 ? forward : back;
    for (let step = 0; step < Math.floor(steps / 10); step++) await picture.press(`Shift+${key}`);
    for (let step = 0; step < steps % 10; step++) await picture.press(key);
  }
}

/** The three points that fix a fan: upper left corner, down its edge, deepest point. */
function fanPoints(sector: Sector): readonly PxPoint[] {
  const at = (lateral: number, depthMm: number): PxPoint =>
    pxFromMm(sector, mmFromBeam(sector, { lateral, depthMm }));
  return [at(-1, 0), at(-1, 0.9 * sector.depthMm), at(0, sector.depthMm)];
}

test('a picture: the outline that was found is corrected by its points', async ({ page }) => {
  const { png, sector, depthMm, marks, frame } = pictureMake();
  await clipOpen(page);
  await fileGive(page, 'scan.png', png);
  const use = page.getByRole('button', { name: 'Use this outline' });
  const outline = page.getByTestId('sector-picture').locator('.clip-outline');
  await expect(page.getByText(/was found with a confidence of/)).toBeVisible(PATIENCE);
  const found = await outline.getAttribute('d');
  await page.getByRole('button', { name: 'Correct it' }).click();
  await expect(use).toBeEnabled();
  // The deepest point is dragged up, and what was found is fetched back.
  const [, , deepest] = fanPoints(sector);
  await pictureDrag(page, deepest!, { x: deepest!.x, y: deepest!.y - 60 });
  await expect(outline).not.toHaveAttribute('d', found!);
  await page.getByRole('button', { name: 'Back to the outline that was found' }).click();
  await expect(outline).toHaveAttribute('d', found!);

  await page.getByRole('button', { name: 'Correct it' }).click();
  await page.getByRole('slider', { name: /^Imaging depth/ }).fill(String(depthMm));
  await page.getByRole('button', { name: 'Set the points again' }).click();
  await expect(use).toBeDisabled();
  for (const point of fanPoints(sector)) await pictureClick(page, point);
  await use.click();
  await clipFreeze(page);
  await marksDraw(page, marks.filter(isPleura), frame.sector);
  expect(await pleuraGrade(page)).toBeGreaterThanOrEqual(60);
});

test('an outline that is only a guess is not gone on with: three points show the image, by pointer and keyboard', async ({
  page,
}) => {
  const { png, sector, depthMm, marks, frame } = pictureMake({ isHidden: true });
  await clipOpen(page);
  await fileGive(page, 'scan.png', png);
  const use = page.getByRole('button', { name: 'Use this outline' });
  const picture = page.getByTestId('sector-picture');
  await expect(page.getByText('The dashed outline is only a guess')).toBeVisible(PATIENCE);
  await expect(use).toBeDisabled();
  await expect(picture.locator('.clip-outline[data-guess]')).toHaveCount(1);
  // Said to fit, it can be used; but it does not.
  await page.getByRole('button', { name: 'The guess fits' }).click();
  await expect(use).toBeEnabled();
  await page.getByRole('button', { name: 'Correct it' }).click();
  await page.getByRole('button', { name: 'Set the points again' }).click();
  await expect(use).toBeDisabled();
  await expect(page.locator('.instruction')).toHaveText('Check that the outline fits the ultrasound image.');

  const [corner, edge, deepest] = fanPoints(sector);
  await pictureClick(page, corner!);
  await pictureClick(page, { x: edge!.x + 80, y: edge!.y });
  await pictureDrag(page, { x: edge!.x + 80, y: edge!.y }, edge!);
  await crossMove(picture, edge!, deepest!);
  await picture.press('Enter');
  await expect(picture.locator('.clip-outline[data-guess]')).toHaveCount(0);
  // Moved away and back again, by keyboard alone.
  await page.getByRole('button', { name: 'Move point 3' }).press('Enter');
  await picture.press('Shift+ArrowUp');
  await picture.press('Shift+ArrowDown');
  await picture.press('Enter');
  await page.getByRole('slider', { name: /^Imaging depth/ }).fill(String(depthMm));
  await use.click();
  await clipFreeze(page);
  await marksDraw(page, marks.filter(isPleura), frame.sector);
  expect(await pleuraGrade(page)).toBeGreaterThanOrEqual(60);
});

test('where nothing is found there is no guess to take, and three points say it all', async ({ page }) => {
  await clipOpen(page);
  await fileGive(page, 'dark.png', pictureEmptyMake());
  await expect(page.getByText('No ultrasound image was found by itself')).toBeVisible(PATIENCE);
  await expect(page.getByRole('button', { name: 'The guess fits' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Back to/ })).toHaveCount(0);
  const use = page.getByRole('button', { name: 'Use this outline' });
  await page.getByRole('radio', { name: 'Linear (box)' }).check();
  // Upside down they are refused in words.
  const box = [
    { x: 40, y: 20 },
    { x: 40, y: 200 },
    { x: 130, y: 240 },
  ];
  for (const point of box.toReversed()) await pictureClick(page, point);
  await expect(page.getByRole('alert')).toContainText('make no ultrasound image');
  await expect(use).toBeDisabled();
  await page.getByRole('button', { name: 'Set the points again' }).click();
  for (const point of box) await pictureClick(page, point);
  await expect(use).toBeEnabled();
});

test('a DICOM file brings its own scale, and two marks of a scale set another', async ({ page }) => {
  const { side, grey, sector, depthMm } = pictureMake();
  const mmPerPx = sector.mmPerPx;
  const corner = side - 1;
  const file = dicomWrite(
    SYNTAX.explicit,
    [
      ...pixelElements({ columns: side, rows: side, frames: 2, photometric: 'MONOCHROME2' }),
      ...IDENTITY,
      sq(0x00186011, regionItem({ left: 0, top: 0, right: corner, bottom: corner, xCm: mmPerPx / 10 })),
    ],
    plain([grey, grey]),
  );
  await clipOpen(page);
  await fileGive(page, 'scan.dcm', Buffer.from(file));
  await expect(page.getByText('The scale is that of the DICOM file.')).toBeVisible(PATIENCE);
  const depth = page.getByRole('slider', { name: /^Imaging depth/ });
  await expect(depth).toHaveAttribute('aria-valuetext', `${(depthMm / 10).toFixed(1)} cm`);

  await page.getByRole('button', { name: 'Set it by two marks of the scale' }).click();
  await pictureClick(page, { x: 20, y: 100 });
  await pictureClick(page, { x: 20, y: 100 + 60 / mmPerPx });
  // Six centimetres of the file's scale that are said to be three make everything half as large.
  await page.getByRole('slider', { name: /^Between the two marks/ }).fill('30');
  await expect(depth).toHaveAttribute('aria-valuetext', `${(depthMm / 20).toFixed(1)} cm`);
  await expect(page.getByText('The scale is as you set it.')).toBeVisible();
  await page.getByRole('button', { name: 'Done with the scale' }).click();
  await page.getByRole('button', { name: 'Use this outline' }).click();
  await clipFreeze(page);
});

test('an attempt waits for its file over a reload: bad files lose nothing, the same one stands where it stood', async ({
  page,
}) => {
  const { png, depthMm, marks, frame } = pictureMake();
  await clipOpen(page);
  const video = await webmRecord(page, png);
  await fileGive(page, 'scan.png', png);
  await outlineUse(page, depthMm);
  await goOn(page, /^Freeze/);
  await panelIs(page, 'Marking');
  await marksDraw(page, marks.filter(isPleura), frame.sector);
  // A file that falls beside its place would take the page away with it.
  expect(await fileDrop(page, '#screen', 'notes.png', Buffer.from('words'))).toBe(true);
  await panelIs(page, 'Marking');
  const screen = page.locator('#screen');
  const layout = await screen.getAttribute('data-layout');
  await page.mouse.move(2, 2);
  const before = await stillShot(screen);

  await page.reload();
  await expect(page.getByText('your marks are kept')).toBeVisible(PATIENCE);
  const alert = page.locator('.panel-body').getByRole('alert');
  await fileGive(page, 'notes.png', Buffer.from('words'));
  await expect(alert).toContainText('is neither a picture', PATIENCE);
  await fileGive(page, 'cut.webm', video.subarray(0, video.length / 2));
  await expect(alert).toContainText('breaks off', PATIENCE);
  await expect(
    page.getByText('Open the same file again to go on where you were: your marks are kept'),
  ).toBeVisible();
  // Neither outline nor depth is asked for again: with another depth every mark would move.
  await fileGive(page, 'renamed.png', png);
  await panelIs(page, 'Marking');
  await expect(screen).toHaveAttribute('data-layout', layout!, PATIENCE);
  await expect.poll(async () => (await screen.screenshot()).equals(before), PATIENCE).toBe(true);
  expect(await pleuraGrade(page)).toBeGreaterThanOrEqual(60);
});

test('another file than the marks were made on is told: the right one goes on, or it begins anew', async ({
  page,
}) => {
  const { png, depthMm, marks, frame } = pictureMake();
  const other = pictureMake({ seed: 4243 }).png;
  const undo = page.getByRole('button', { name: 'Undo' });
  await clipOpen(page);
  await fileGive(page, 'scan.png', png);
  await outlineUse(page, depthMm);
  await goOn(page, /^Freeze/);
  await panelIs(page, 'Marking');
  await marksDraw(page, marks.filter(isPleura), frame.sector);
  await expect(undo).toBeEnabled();

  await page.reload();
  await fileGive(page, 'other.png', other);
  const alert = page.locator('.panel-body').getByRole('alert');
  // What the file was called is not known any longer, until it was given in this page.
  await expect(alert).toHaveText(
    /^other\.png is not the file that your marks were made on: [^.]+\.$/,
    PATIENCE,
  );
  await fileGive(page, 'scan.png', png);
  await panelIs(page, 'Marking');
  await expect(undo).toBeEnabled();
  await page.getByRole('link', { name: 'Batsign, home' }).click();
  await page.getByRole('link', { name: 'Go on where you were' }).click();
  await expect(page.getByText('Open scan.png again to go on where you were')).toBeVisible(PATIENCE);
  await fileGive(page, 'other.png', other);
  const told = /^other\.png is not the file that your marks were made on \(scan\.png\): [^.]+\.$/;
  await expect(alert).toHaveText(told, PATIENCE);

  await page.reload();
  await fileGive(page, 'other.png', other);
  await page.getByRole('button', { name: 'Begin anew with this one' }).click(PATIENCE);
  await outlineUse(page, depthMm);
  await panelIs(page, 'Freeze');
  await goOn(page, /^Freeze/);
  await panelIs(page, 'Marking');
  await expect(undo).toBeDisabled();

  // Where nothing is marked yet, any file will do.
  await page.reload();
  await expect(page.getByText('Open the same file again')).toBeVisible(PATIENCE);
  await page.getByRole('button', { name: 'Begin anew' }).click();
  await expect(page.getByText('Open the same file again')).toBeHidden();
  await fileGive(page, 'other.png', other);
  await outlineUse(page, depthMm);
  await panelIs(page, 'Freeze');
});

test('a real clip runs, and is marked and graded by the network', async ({ page }) => {
  const name = 'Reg_Image_18122_crop.mp4';
  const file = join(CLIPS, name);
  test.skip(!existsSync(file), '1 clip of ../shared/lus/clips is absent');
  await clipOpen(page);
  await fileGive(page, name, readFileSync(file));
  // Its fan is cropped at both sides, so that the outline, right as it is, is only a guess.
  await page.getByRole('button', { name: 'The guess fits' }).click(PATIENCE);
  await page.getByRole('button', { name: 'Use this outline' }).click();
  await clipFreeze(page);
  await findingPick(page, 'pleural_line');
  const toWindow = await layoutOf(page);
  const from = toWindow({ x: -12, y: 30 });
  const to = toWindow({ x: 12, y: 30 });
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
  await goOn(page, 'Hand in my marks');
  // Which image is frozen is the machine's speed: of most the network is sure of the pleural line alone, and the mark beside
  // it gets no number, in red or else; of some it judges enough for one.
  const score = page.getByTestId('score');
  await expect(score).toHaveAttribute('data-score', /^(none|\d+)$/, PATIENCE);
  const isJudged = (await score.getAttribute('data-score')) !== 'none';
  await expect(score).toContainText(isJudged ? 'of 100' : 'Too little of this image can be judged');
  const pleura = await pleuraLook(page);
  if (!isJudged) expect(pleura).toBeNaN();
});
