import { expect, test } from '@playwright/test';
import { axeCheck, touchCheck } from './support/accessible.ts';
import { goOn, panelNow, panelPass, panelReach, scenarioStart } from './support/play.ts';
import { proposalsAccept } from './support/round-patient.ts';
import { PATIENCE } from './support/screen.ts';
import { scenarioRead } from './support/truth.ts';

const scenario = scenarioRead('named-traps');

test.describe.configure({ timeout: 300_000 });

test('proposals are decided on by the keyboard alone, over a reload, and told', async ({ page }) => {
  await scenarioStart(page, scenario.title);
  await panelReach(page, 'Proposals', scenario);
  const rows = page.getByTestId('proposal');
  const names = await rows.allInnerTexts();
  expect(names.length).toBeGreaterThanOrEqual(2);
  await axeCheck(page);
  await touchCheck(page);

  await page.locator('#screen').focus();
  await page.keyboard.press('a');
  await page.keyboard.press('4');
  await expect(rows.first()).toContainText('accepted');
  await expect(page.getByTestId('live-region')).toContainText('accepted');
  await page.reload();
  await expect(rows.first()).toContainText('accepted', PATIENCE);
  expect((await rows.allInnerTexts()).map(nameOf)).toEqual(names.map(nameOf));

  // Mended and dropped again, then mended to another class; the arrows move it meanwhile.
  await page.locator('#screen').focus();
  await page.keyboard.press('m');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Mend' })).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('m');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('2');
  await expect(rows.nth(1)).toContainText('mended');
  for (let i = 2; i < names.length - 1; i++) {
    await page.keyboard.press('r');
    await page.keyboard.press('3');
    await expect(rows.nth(i)).toContainText('rejected');
  }
  await page.keyboard.press('n');
  await page.locator('input[name=proposal-finding][value=consolidation]').check({ force: true });
  await page.keyboard.press('1');
  await expect(rows.last()).toContainText('missing: Consolidation');

  await page.getByRole('button', { name: 'Hand in my decisions' }).click();
  await expect(page.getByTestId('score')).toBeVisible(PATIENCE);
  const told = page.getByTestId('proposal-told');
  expect(await told.count()).toBe(names.length);
  const wrong = told.filter({ hasText: /: wrong/ }).first();
  await expect(wrong).toBeVisible();
  // Whose error it was, by what the image shows it, and the rule.
  await expect(wrong).toContainText('Planted error: ');
  await expect(wrong.locator('p')).toHaveCount(3);
  await expect(told.last()).toContainText('It is not.');
  await page.getByRole('button', { name: 'What is there' }).click();
  await axeCheck(page);
});

test('everything accepted by pointer is half of the score, and the result shows the errors caught', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await scenarioStart(page, scenario.title);
  await panelReach(page, 'Proposals', scenario);
  await touchCheck(page);
  await proposalsAccept(page);
  await expect(page.getByTestId('score')).toHaveAttribute('data-score', '50');
  await touchCheck(page);
  await goOn(page, 'Go on');
  for (let now = await panelNow(page); now !== 'Result'; now = await panelNow(page)) {
    await panelPass(page, now, scenario);
  }
  await expect(page.getByRole('img', { name: /^Errors caught: 0 %/ })).toBeVisible();
});

/** The name of a row without what was decided. */
function nameOf(row: string): string {
  return row.split('\n')[0]!;
}
