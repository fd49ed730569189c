import { expect, test } from '@playwright/test';
import { panelIs, panelPass, panelReach, scenarioStart, scoreShown } from './support/play.ts';
import { findingPick, imageOf, layoutOf, marksDraw, PATIENCE } from './support/screen.ts';
import { scenarioRead } from './support/truth.ts';

const scenario = scenarioRead('find-the-bat-sign');

test.describe.configure({ timeout: 240_000 });

test('a reload while marking goes on with the same image and the same marks', async ({ page }) => {
  await scenarioStart(page, scenario.title);
  await panelReach(page, 'Marking', scenario);
  const { marks, frame } = await imageOf(page);
  await marksDraw(page, marks, frame.sector);
  const screen = page.locator('#screen');
  const index = await screen.getAttribute('data-frame-index');
  const progress = await page.getByTestId('progress').innerText();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Redo' })).toBeEnabled();
  await page.mouse.move(2, 2);
  const before = await screen.screenshot({ animations: 'disabled' });

  await page.reload();
  await panelIs(page, 'Marking');
  await expect(screen).toHaveAttribute('data-frame-index', index!, PATIENCE);
  await expect(page.getByTestId('progress')).toHaveText(progress);
  await expect.poll(async () => (await screen.screenshot()).equals(before), PATIENCE).toBe(true);

  await page.getByRole('button', { name: 'Redo' }).click();
  await panelPass(page, 'Marking', scenario);
  await panelIs(page, 'Feedback');
  const score = await scoreShown(page);
  expect(score).toBeGreaterThanOrEqual(90);

  await page.reload();
  await panelIs(page, 'Feedback');
  expect(await scoreShown(page)).toBe(score);
});

test('the mark placed last survives, also one that is being placed point by point', async ({ page }) => {
  await scenarioStart(page, scenario.title);
  await panelReach(page, 'Marking', scenario);
  const { frame } = await imageOf(page);
  await findingPick(page, 'pleural_line');
  await page.locator('input[name=tool][value=line]').check({ force: true });
  const toWindow = await layoutOf(page);
  for (const x of [-12, 0, 12]) {
    const { x: left, y: top } = toWindow({ x, y: frame.sector.depthMm / 3 });
    await page.mouse.click(left, top);
  }
  // No time for anything between the last point and the reload.
  await page.evaluate(() => location.reload());
  await panelIs(page, 'Marking');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled(PATIENCE);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('another lesson leaves the first where it was, and the home page offers both', async ({ page }) => {
  await scenarioStart(page, scenario.title);
  await panelReach(page, 'Freeze', scenario);
  const other = scenarioRead('a-lines');
  await scenarioStart(page, other.title);
  await panelReach(page, 'Question', other);
  await page.getByRole('link', { name: 'Batsign, home' }).click();
  await expect(page.getByText('You are in the middle of')).toHaveCount(2);
  await page.reload();
  await page.getByRole('link', { name: `Go on where you were: ${scenario.title}` }).click();
  await panelIs(page, 'Freeze');
  await page.goto('/');
  await page.getByRole('link', { name: `Go on where you were: ${other.title}` }).click();
  await panelIs(page, 'Question');
  await expect(page.getByRole('spinbutton')).toHaveValue('');
  await expect(page.getByRole('button', { name: 'Answer' })).toBeDisabled();
  await page.goto('/');
  await page.getByRole('button', { name: `Drop it: ${other.title}` }).click();
  await expect(page.getByText('You are in the middle of')).toHaveCount(1);
});
