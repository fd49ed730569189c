import { expect, type Page, test } from '@playwright/test';
import type { MmPoint } from '../../src/domain/geometry/point.ts';
import { mmFromBeam } from '../../src/domain/geometry/sector.ts';
import type { Mark } from '../../src/domain/marks/mark.ts';
import { panelIs, panelReach, scenarioStart, scoreShown } from './support/play.ts';
import { imageOf, PATIENCE, pointsApart } from './support/screen.ts';
import { type KnownImage, scenarioRead } from './support/truth.ts';

const scenario = scenarioRead('find-the-bat-sign');

test.describe.configure({ timeout: 240_000 });

test('a scenario is played with the keyboard alone', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await tabTo(page, /^Start: /);
  await page.keyboard.press('Enter');
  for (const panel of ['Briefing', 'Observe'] as const) {
    await panelIs(page, panel);
    await expect(page.getByRole('button', { name: 'Go on' })).toBeEnabled(PATIENCE);
    await tabTo(page, /^Go on/);
    await page.keyboard.press('Enter');
    await expect(page.locator('.panel-body')).not.toHaveAttribute('aria-label', panel, PATIENCE);
  }
  await panelIs(page, 'Freeze');
  await tabTo(page, /^Ultrasound image/);
  await page.keyboard.press('Space');
  await panelIs(page, 'Marking');
  const known = await imageOf(page);

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeHidden();

  await tabTo(page, /^Ultrasound image/);
  await keysMark(page, known);
  await expect(page.getByTestId('live-region')).toContainText('placed');
  await tabTo(page, /^Hand in my marks/);
  await page.keyboard.press('Enter');
  await panelIs(page, 'Feedback');
  const score = await scoreShown(page);
  expect(score).toBeGreaterThanOrEqual(80);
  await expect(page.getByTestId('live-region')).toContainText('Score');
});

test('single keys can be switched off; arrows and Enter go on working', async ({ page }) => {
  await page.goto('/#/settings');
  await page.getByRole('checkbox', { name: /Single-key shortcuts/ }).uncheck();
  await scenarioStart(page, scenario.title);
  await panelReach(page, 'Marking', scenario);
  await page.locator('input[name=finding][value=pleural_line]').check({ force: true });
  await page.locator('#screen').focus();
  for (const key of ['?', '1', 'h', 'Enter', 'Shift+ArrowRight', 'Enter']) await page.keyboard.press(key);
  // The button comes with the second point, which was placed after the keys that are off.
  await page.getByRole('button', { name: 'Finish mark' }).click();
  await expect(page.getByTestId('live-region')).toContainText('Pleural line placed');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('input[name=finding][value=pleural_line]')).toBeChecked();
  await expect(page.locator('.hint-words')).toHaveCount(0);
});

/** Presses Tab until the element with this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 60; i++) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
    });
    if (name.test(focused)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${name}.`);
}

/** Marks ribs and pleural line point by point. */
async function keysMark(page: Page, { frame, marks }: KnownImage): Promise<void> {
  let cursor = mmFromBeam(frame.sector, { lateral: 0, depthMm: frame.sector.depthMm / 3 });
  for (const mark of marks) {
    const keys = keysOf(mark);
    if (keys === null) continue;
    await page.keyboard.press(keys.finding);
    await page.keyboard.press(keys.tool);
    for (const point of keys.points) {
      cursor = await cursorMove(page, cursor, point);
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('f');
  }
}

function keysOf(mark: Mark): { finding: string; tool: string; points: readonly MmPoint[] } | null {
  if (mark.kind === 'region' && mark.finding === 'rib') {
    return { finding: '1', tool: 'r', points: pointsApart(mark.points, 2.5) };
  }
  if (mark.kind === 'line' && mark.finding === 'pleural_line') {
    return { finding: '2', tool: 'l', points: pointsApart(mark.points, 4) };
  }
  return null;
}

/** Moves the cross-hair in steps of 5 and 1 mm; gives where it is then. */
async function cursorMove(page: Page, from: MmPoint, to: MmPoint): Promise<MmPoint> {
  const go = async (distance: number, less: string, more: string): Promise<number> => {
    const key = distance < 0 ? less : more;
    const steps = Math.round(Math.abs(distance));
    for (let i = 0; i < Math.floor(steps / 5); i++) await page.keyboard.press(`Shift+${key}`);
    for (let i = 0; i < steps % 5; i++) await page.keyboard.press(key);
    return Math.sign(distance) * steps;
  };
  const x = from.x + (await go(to.x - from.x, 'ArrowLeft', 'ArrowRight'));
  const y = from.y + (await go(to.y - from.y, 'ArrowUp', 'ArrowDown'));
  return { x, y };
}
