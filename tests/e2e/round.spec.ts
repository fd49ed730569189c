import { expect, test } from '@playwright/test';
import { slidingSideRead } from '../../src/domain/scenario/in-view.ts';
import { axeCheck } from './support/accessible.ts';
import { goOn, panelIs, panelNow } from './support/play.ts';
import { toldOf, truthOf } from './support/scan.ts';
import { PATIENCE } from './support/screen.ts';
import { storageText } from './support/storage.ts';

/** Images that are as wanted are looked for while one waits. */
test.describe.configure({ timeout: 300_000 });

test('a first round by keyboard: marks, how sure, what is known then, and a second look at an error', async ({
  page,
}) => {
  await page.goto('/#/round');
  for (let now = await panelNow(page); now !== 'Result'; now = await panelNow(page)) {
    if (now !== 'Marking') {
      await goOn(page, 'Go on');
      continue;
    }
    await expect(page.getByText('New to you.')).toBeVisible(PATIENCE);
    const before = await page.getByTestId('progress').innerText();
    await page.locator('#screen').press('3');
    await expect(page.locator('.panel-body')).toHaveAttribute('aria-label', 'Feedback', PATIENCE);
    expect(await page.getByTestId('progress').innerText()).toBe(before);
  }
  await expect(page.getByTestId('run-score')).toHaveText('0 of 8 right');
  await page.getByRole('link', { name: 'Batsign, home' }).click();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible(PATIENCE);
  await expect(page.getByText('1 day of practice')).toBeVisible();
  await expect(page.getByTestId('rank')).toHaveAttribute('data-rank', 'novice');
  const again = page.getByTestId('look-again');
  await expect(again).toContainText(': not found.', PATIENCE);
  await again.getByRole('link').click();
  // The image is made anew, with the key and what was told.
  await expect(page.locator('#screen')).toHaveAttribute('data-frame-index', '0', PATIENCE);
  await expect(page.getByTestId('score')).toHaveAttribute('data-score', '0', PATIENCE);
  await expect(page.getByTestId('feedback').first()).toContainText('Missed: ');
  await page.getByRole('button', { name: 'Key' }).click();
  await axeCheck(page);
  await expect.poll(() => storageText(page), PATIENCE).toContain('"lookedAt":["item-8/mark"]');
  await page.getByRole('link', { name: 'All answers' }).click();
  await expect(page.locator('.attempt-steps a')).toHaveCount(8);
  await page.getByRole('link', { name: 'What you can do' }).click();
  await expect(page.locator('.attempt-list a')).toContainText(['0 of 8 right'], PATIENCE);
  await page.getByRole('link', { name: 'Batsign, home' }).click();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible(PATIENCE);
  await expect(again).toHaveCount(0);
  await page.getByRole('link', { name: 'What you can do' }).click();
  await expect(page.getByRole('heading', { name: 'Find ribs' })).toBeVisible(PATIENCE);
  // The first two images of a skill are easy ones, which prove nothing.
  await expect(page.locator('.skill-row').first()).toContainText('0 of 2 answers right');
  await expect(page.locator('.confidence-plot')).toContainText('0 % right of 8 answers');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Find the pleural line' })).toBeVisible(PATIENCE);
});

test('patients of a round: the part that slides, and a view that was not reached in two freezes', async ({
  page,
}) => {
  await page.goto('/#/play/round-lung_point_-s1_-7ps_-n1~probe_handling_-e1_-7pt_-n1');
  await expect(page.getByText('Follow the pleural line')).toBeVisible({ timeout: 120_000 });
  await goOn(page, 'Go on');
  await expect(page.locator('.panel-body input[type=radio]').first()).toBeVisible(PATIENCE);
  const side = slidingSideRead(truthOf(await toldOf(page)).truth)!;
  await page.locator(`.panel-body input[value=${side}]`).check({ force: true });
  await page.keyboard.press('4');
  await expect(page.getByTestId('reply-score')).toBeVisible(PATIENCE);
  await goOn(page, 'Go on');

  for (const left of ['2 freezes left', 'One freeze left']) {
    await expect(page.getByTestId('attempts')).toContainText(left, { timeout: 120_000 });
    await expect(page.locator('#screen')).toHaveAttribute('data-layout', /\d/, PATIENCE);
    await page.locator('#screen').press(' ');
    await panelIs(page, 'Not yet');
    await page.getByRole('button', { name: /^(Scan on|Show)/ }).click();
  }
  await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible(PATIENCE);
  await goOn(page, 'Go on');
  await expect(page.getByText('A rib with its shadow')).toBeVisible(PATIENCE);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByTestId('run-score')).toHaveText('1 of 2 right', PATIENCE);
});

test('a drill by keyboard: a digit answers, the space bar goes on', async ({ page }) => {
  await page.goto('/#/drill/b-line-rush');
  for (let i = 1; i <= 10; i++) {
    await expect(page.getByTestId('progress')).toHaveText(`${i} of 10`, { timeout: 120_000 });
    await expect(page.locator('.panel-body input[type=radio]').first()).toBeVisible(PATIENCE);
    await page.locator('#screen').press('1');
    await expect(page.getByTestId('reply-score')).toBeVisible(PATIENCE);
    await page.locator('#screen').press(' ');
  }
  await expect(page.getByTestId('run-score')).toHaveText(/^\d+ of 10 right$/, PATIENCE);
  const address = page.url();
  await page.getByRole('link', { name: 'Another one' }).click();
  await expect(page.getByTestId('progress')).toHaveText('1 of 10', { timeout: 120_000 });
  expect(page.url()).toContain('drill-b-line-rush-');
  expect(page.url()).not.toBe(address);
});

test('the way from the first page through a course to a lesson', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: /^A-lines/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'A-lines' })).toBeVisible();
  await page
    .getByRole('link', { name: /About \d+ min/ })
    .first()
    .click();
  await panelIs(page, 'Briefing');
});
