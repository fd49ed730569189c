import { expect, test } from '@playwright/test';
import { panelNow, panelPass, panelReach, scenarioStart, scoreShown } from './support/play.ts';
import { imageOf, marksDraw, PATIENCE } from './support/screen.ts';
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
  expect(await panelNow(page)).toBe('Marking');
  await expect(screen).toHaveAttribute('data-frame-index', index!, PATIENCE);
  await expect(page.getByTestId('progress')).toHaveText(progress);
  await expect.poll(async () => (await screen.screenshot()).equals(before), PATIENCE).toBe(true);

  await page.getByRole('button', { name: 'Redo' }).click();
  await panelPass(page, 'Marking', scenario);
  expect(await panelNow(page)).toBe('Feedback');
  const score = await scoreShown(page);
  expect(score).toBeGreaterThanOrEqual(90);

  await page.reload();
  expect(await panelNow(page)).toBe('Feedback');
  expect(await scoreShown(page)).toBe(score);
});

test('what was left can be taken up from the home page', async ({ page }) => {
  await scenarioStart(page, scenario.title);
  await panelReach(page, 'Freeze', scenario);
  await page.getByRole('link', { name: 'Batsign, home' }).click();
  await expect(page.getByText('You are in the middle of')).toBeVisible();
  await page.reload();
  await page.getByRole('link', { name: 'Go on where you were' }).click();
  expect(await panelNow(page)).toBe('Freeze');
});
