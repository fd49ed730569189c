import '../../support/words-setup.ts';
import { expect, type Locator, type Page } from '@playwright/test';
import type { MarkableFinding } from '../../../src/domain/findings/finding.ts';
import { pathSimplify } from '../../../src/domain/geometry/path-simplify.ts';
import type { MmPoint } from '../../../src/domain/geometry/point.ts';
import { beamFromMm, mmFromBeam, type Sector } from '../../../src/domain/geometry/sector.ts';
import type { Mark } from '../../../src/domain/marks/mark.ts';
import { imageKnow, type KnownImage } from './truth.ts';

/** Waits on a busy machine are long; they end as soon as what is waited for is there. */
export const PATIENCE = { timeout: 90_000 };

/** The simulated image that the page has frozen, by the attributes of its screen. */
export async function imageOf(page: Page): Promise<KnownImage> {
  const screen = page.locator('#screen');
  await expect(screen).toHaveAttribute('data-frame-index', /^\d+$/, PATIENCE);
  const request = await screen.getAttribute('data-image');
  const index = await screen.getAttribute('data-frame-index');
  return imageKnow(JSON.parse(request!), Number(index));
}

/** Gives the place in the window of a point of the image. */
export async function layoutOf(page: Page): Promise<(point: MmPoint) => { x: number; y: number }> {
  const screen = page.locator('#screen');
  await expect(screen).toHaveAttribute('data-layout', /\S/, PATIENCE);
  const layout = await screen.getAttribute('data-layout');
  const [x, y, scale] = layout!.split(' ').map(Number) as [number, number, number];
  return (point) => ({ x: x + scale * point.x, y: y + scale * point.y });
}

export async function findingPick(page: Page, finding: MarkableFinding): Promise<void> {
  await page.locator(`input[name=finding][value=${finding}]`).check({ force: true });
}

async function widthSet(page: Page, mm: number): Promise<void> {
  const slider = page.locator('.panel-body .slider input');
  await slider.fill(String(Math.min(40, Math.max(0.5, Math.round(mm * 2) / 2))));
}

/** Which classes the step asks for. */
async function findingsAsked(page: Page): Promise<ReadonlySet<string>> {
  await expect(page.locator('input[name=finding]').first()).toBeAttached(PATIENCE);
  const values = await page
    .locator('input[name=finding]')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  return new Set(values);
}

/** Draws marks with the mouse, as far as the step asks for their classes. */
export async function marksDraw(page: Page, marks: readonly Mark[], sector: Sector): Promise<number> {
  const asked = await findingsAsked(page);
  const toWindow = await layoutOf(page);
  let drawn = 0;
  for (const mark of marks) {
    if (mark.kind === 'eraser' || !asked.has(mark.finding)) continue;
    await findingPick(page, mark.finding);
    await page.locator(`input[name=tool][value=${mark.kind}]`).check({ force: true });
    if (mark.kind === 'line' || mark.kind === 'beam') await widthSet(page, mark.widthMm);
    await drag(page, strokeOf(mark, sector).map(toWindow));
    drawn += 1;
  }
  return drawn;
}

/** How far the pointer may stray from a mark that it draws: less than a pixel of the raster that is graded on. */
const STRAY_MM = 0.2;

/** Where the pointer goes to draw a mark. Each of its moves waits for the page to draw, so they are few. */
function strokeOf(mark: Exclude<Mark, { kind: 'eraser' }>, sector: Sector): readonly MmPoint[] {
  if (mark.kind !== 'beam') return pathSimplify(mark.points, STRAY_MM);
  const { lateral } = beamFromMm(sector, mark.origin);
  // Down to the bottom is what a press alone draws; a shorter one is dragged to its end.
  if (mark.endDepthMm >= 0.93 * sector.depthMm) return [mark.origin];
  return [mark.origin, mmFromBeam(sector, { lateral, depthMm: mark.endDepthMm })];
}

async function drag(page: Page, path: readonly { x: number; y: number }[]): Promise<void> {
  const [first, ...rest] = path;
  await page.mouse.move(first!.x, first!.y);
  await page.mouse.down();
  for (const { x, y } of rest) await page.mouse.move(x, y);
  await page.mouse.up();
}

/**
 * Of a path, the points that lie at least this far from the one kept before, and from the first one: a point placed
 * there would close a region.
 */
export function pointsApart(points: readonly MmPoint[], mm: number): readonly MmPoint[] {
  const kept: MmPoint[] = [];
  const isApart = (from: MmPoint | undefined, point: MmPoint) =>
    from === undefined || Math.hypot(from.x - point.x, from.y - point.y) >= mm;
  for (const point of points) {
    if (isApart(kept[0], point) && isApart(kept.at(-1), point)) kept.push(point);
  }
  return kept;
}

/** A picture of what is on the page, once it stands: a busy machine may still draw what was done last. */
export async function stillShot(locator: Locator): Promise<Buffer> {
  let shot = await locator.screenshot({ animations: 'disabled' });
  await expect
    .poll(async () => {
      const before = shot;
      shot = await locator.screenshot({ animations: 'disabled' });
      return shot.equals(before);
    }, PATIENCE)
    .toBe(true);
  return shot;
}
