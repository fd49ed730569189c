import { expect, type Page, test } from '@playwright/test';
import type { MmPoint } from '../../src/domain/geometry/point.ts';
import { touchCheck } from './support/accessible.ts';
import { goOn, panelIs, panelPass, panelReach, scenarioStart, scoreShown } from './support/play.ts';
import { findingPick, imageOf, layoutOf, pointsApart } from './support/screen.ts';
import { scenarioRead } from './support/truth.ts';

const scenario = scenarioRead('find-the-bat-sign');

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
test.describe.configure({ timeout: 240_000 });

test('a phone: a round is played by touch', async ({ page }) => {
  await scenarioStart(page, scenario.title);
  await panelReach(page, 'Marking', scenario);
  const { marks } = await imageOf(page);
  for (const mark of marks) {
    if (mark.kind === 'region' && mark.finding === 'rib')
      await tapMark(page, 'rib', pointsApart(mark.points, 3));
    if (mark.kind === 'line' && mark.finding === 'pleural_line') {
      await tapMark(page, 'pleural_line', pointsApart(mark.points, 4));
    }
  }
  await panelPass(page, 'Marking', scenario);
  await panelIs(page, 'Feedback');
  const score = await scoreShown(page);
  expect(score).toBeGreaterThanOrEqual(80);
  await goOn(page, 'Go on');
});

test('a phone: nothing is wider than the screen, and everything to press is large enough', async ({
  page,
}) => {
  for (const place of ['/', '/#/learners', '/#/settings', '/#/about', '/#/glossary', '/#/progress']) {
    await page.goto(place);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await touchCheck(page);
  }
  await scenarioStart(page, scenario.title);
  for (const panel of ['Briefing', 'Observe', 'Freeze', 'Marking'] as const) {
    await panelReach(page, panel, scenario);
    await touchCheck(page);
  }
});

/** Taps point by point, then the button that finishes the mark. */
async function tapMark(
  page: Page,
  finding: 'rib' | 'pleural_line',
  points: readonly MmPoint[],
): Promise<void> {
  await findingPick(page, finding);
  const toWindow = await layoutOf(page);
  for (const point of points) {
    const { x, y } = toWindow(point);
    await page.touchscreen.tap(x, y);
  }
  await page.getByRole('button', { name: 'Finish mark' }).tap();
  await expect(page.getByRole('button', { name: 'Finish mark' })).toHaveCount(0);
}
