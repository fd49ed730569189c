import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { ROOT } from '../../scripts/lib/root.mjs';
import { pxFromMm, sectorBounds } from '../../src/domain/geometry/sector.ts';
import type { Mark } from '../../src/domain/marks/mark.ts';
import { clipOpen, fileDrop, fileGive, outlineUse, pictureMake, webmRecord } from './support/clip.ts';
import { goOn, panelNow, scoreShown } from './support/play.ts';
import { findingPick, layoutOf, marksDraw, PATIENCE } from './support/screen.ts';

const CLIPS = join(ROOT, '..', 'shared', 'lus', 'clips');

test.describe.configure({ timeout: 240_000 });

const isPleura = (mark: Mark) => mark.kind === 'line' && mark.finding === 'pleural_line';

/** From the running clip to its frozen image; the network's overlay is looked at on the way. */
async function clipFreeze(page: Page): Promise<void> {
  expect(await panelNow(page)).toBe('Freeze');
  await page.getByRole('button', { name: "Show the network's overlay" }).click();
  await expect(page.getByRole('slider', { name: 'Overlay strength' })).toBeVisible(PATIENCE);
  await goOn(page, /^Freeze/);
  expect(await panelNow(page)).toBe('Marking');
  await expect(page.locator('#screen')).toHaveAttribute('data-layout', /\d/, PATIENCE);
}

/** Hands in; gives the score of the pleural line, which the network graded and says how sure it is of. */
async function pleuraGrade(page: Page): Promise<number> {
  await goOn(page, 'Hand in my marks');
  expect(await panelNow(page)).toBe('Feedback');
  const score = await scoreShown(page);
  expect(score).toBeGreaterThanOrEqual(0);
  expect(score).toBeLessThanOrEqual(100);
  const grade = page.locator('.grade[data-finding=pleural_line]');
  await expect(grade.locator('.badge')).toHaveText('Network');
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

test('a picture: the outline is set by hand with three clicks', async ({ page }) => {
  const { png, sector, depthMm, marks, frame } = pictureMake();
  if (sector.kind !== 'convex') throw new Error('A fan is expected.');
  await clipOpen(page);
  await fileGive(page, 'scan.png', png);
  await page.getByRole('button', { name: 'Set it by hand with three points' }).click(PATIENCE);
  await expect(page.getByRole('button', { name: 'Use this outline' })).toBeDisabled();
  await page.getByRole('slider', { name: /^Imaging depth/ }).fill(String(depthMm));
  const half = sector.angleRad / 2;
  const cornerMm = (reach: number) => ({
    x: -reach * Math.sin(half),
    y: reach * Math.cos(half) - sector.radiusMm,
  });
  const points = [
    cornerMm(sector.radiusMm),
    cornerMm(sector.radiusMm + sector.depthMm),
    { x: 0, y: sectorBounds(sector).bottom },
  ].map((point) => pxFromMm(sector, point));
  for (const point of points) {
    const at = await page.getByTestId('sector-picture').evaluate((svg, { x, y }) => {
      const matrix = (svg as unknown as SVGSVGElement).getScreenCTM();
      const placed = new DOMPoint(x, y).matrixTransform(matrix ?? undefined);
      return { x: placed.x, y: placed.y };
    }, point);
    await page.mouse.click(at.x, at.y);
  }
  await page.getByRole('button', { name: 'Use this outline' }).click();
  await clipFreeze(page);
  await marksDraw(page, marks.filter(isPleura), frame.sector);
  expect(await pleuraGrade(page)).toBeGreaterThanOrEqual(60);
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
  expect(await panelNow(page)).toBe('Marking');
  await marksDraw(page, marks.filter(isPleura), frame.sector);
  // A file that falls beside its place would take the page away with it.
  expect(await fileDrop(page, '#screen', 'notes.png', Buffer.from('words'))).toBe(true);
  expect(await panelNow(page)).toBe('Marking');
  const screen = page.locator('#screen');
  const layout = await screen.getAttribute('data-layout');
  await page.mouse.move(2, 2);
  const before = await screen.screenshot({ animations: 'disabled' });

  await page.reload();
  await expect(page.getByText('your marks are kept')).toBeVisible(PATIENCE);
  const alert = page.locator('.panel-body').getByRole('alert');
  await fileGive(page, 'notes.png', Buffer.from('words'));
  await expect(alert).toContainText('is neither a picture', PATIENCE);
  await fileGive(page, 'cut.webm', video.subarray(0, video.length / 2));
  await expect(alert).toContainText('breaks off', PATIENCE);
  await expect(
    page.getByText('Open scan.png again to go on where you were: your marks are kept'),
  ).toBeVisible();
  // Neither outline nor depth is asked for again: with another depth every mark would move.
  await fileGive(page, 'renamed.png', png);
  expect(await panelNow(page)).toBe('Marking');
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
  expect(await panelNow(page)).toBe('Marking');
  await marksDraw(page, marks.filter(isPleura), frame.sector);
  await expect(undo).toBeEnabled();

  await page.reload();
  await fileGive(page, 'other.png', other);
  const alert = page.locator('.panel-body').getByRole('alert');
  const told = /^other\.png is not the file that your marks were made on \(scan\.png\): [^.]+\.$/;
  await expect(alert).toHaveText(told, PATIENCE);
  await fileGive(page, 'scan.png', png);
  expect(await panelNow(page)).toBe('Marking');
  await expect(undo).toBeEnabled();

  await page.reload();
  await fileGive(page, 'other.png', other);
  await page.getByRole('button', { name: 'Begin anew with this one' }).click(PATIENCE);
  await outlineUse(page, depthMm);
  expect(await panelNow(page)).toBe('Freeze');
  await goOn(page, /^Freeze/);
  expect(await panelNow(page)).toBe('Marking');
  await expect(undo).toBeDisabled();

  // Where nothing is marked yet, any file will do.
  await page.reload();
  await expect(page.getByText('Open other.png again')).toBeVisible(PATIENCE);
  await page.getByRole('button', { name: 'Begin anew' }).click();
  await expect(page.getByText('Open other.png again')).toBeHidden();
  await fileGive(page, 'other.png', other);
  await outlineUse(page, depthMm);
  expect(await panelNow(page)).toBe('Freeze');
});

test('a real clip runs, and is marked and graded by the network', async ({ page }) => {
  const name = 'Reg_Image_18122_crop.mp4';
  const file = join(CLIPS, name);
  test.skip(!existsSync(file), '1 clip of ../shared/lus/clips is absent');
  await clipOpen(page);
  await fileGive(page, name, readFileSync(file));
  await expect(page.getByText(/found with a confidence of/)).toBeVisible(PATIENCE);
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
  await pleuraGrade(page);
});
