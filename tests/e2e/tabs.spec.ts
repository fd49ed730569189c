import { expect, test } from '@playwright/test';
import { axeCheck } from './support/accessible.ts';
import { bestScoresShown, panelIs, panelReach, scenarioStart } from './support/play.ts';
import { imageOf, marksDraw, PATIENCE } from './support/screen.ts';
import { scenarioRead } from './support/truth.ts';

const scenario = scenarioRead('find-the-bat-sign');

test.describe.configure({ timeout: 240_000 });

test('a lesson is played in one tab: the second is told, takes it over with its marks, and gives it back', async ({
  page,
  context,
}) => {
  await scenarioStart(page, scenario.title);
  await panelReach(page, 'Marking', scenario);
  const { marks, frame } = await imageOf(page);
  const before = await marksDraw(page, marks, frame.sector);
  expect(before).toBeGreaterThan(0);

  const other = await context.newPage();
  await other.goto('/');
  await other.getByRole('link', { name: 'Go on where you were' }).click();
  await expect(other.getByRole('heading', { name: 'Open in another tab' })).toBeVisible(PATIENCE);
  await axeCheck(other);
  await panelIs(page, 'Marking');

  // Marks placed after the other tab looked are in what it takes over.
  await page.bringToFront();
  const drawn = before + (await marksDraw(page, marks, frame.sector));
  await other.bringToFront();
  await other.getByRole('button', { name: 'Go on here' }).click();
  await panelIs(other, 'Marking');
  for (let left = drawn; left > 0; left--) {
    await other.getByRole('button', { name: 'Undo' }).click(PATIENCE);
  }
  await expect(other.getByRole('button', { name: 'Undo' })).toBeDisabled(PATIENCE);
  await expect(page.getByRole('heading', { name: 'Open in another tab' })).toBeVisible(PATIENCE);

  await page.bringToFront();
  await page.getByRole('button', { name: 'Go on here' }).click();
  await panelIs(page, 'Marking');
  await expect(page.getByRole('button', { name: 'Redo' })).toBeEnabled(PATIENCE);
  await expect(other.getByRole('heading', { name: 'Open in another tab' })).toBeVisible(PATIENCE);
  await other.getByRole('button', { name: 'Leave' }).click();
  await expect(other.getByText('You are in the middle of')).toBeVisible(PATIENCE);
  // A reload is no second tab.
  await page.reload();
  await panelIs(page, 'Marking');
});

test('over plain http a tab that hung overwrites nothing, and what was done in it can be gone on with', async ({
  page,
  context,
}) => {
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'locks', { value: undefined });
    // A page that hangs hears nothing of the others.
    const { addEventListener } = EventTarget.prototype;
    Object.assign(BroadcastChannel.prototype, {
      addEventListener(this: BroadcastChannel, type: string, listener: (event: Event) => void): void {
        addEventListener.call(this, type, (event) => {
          if (!('isHung' in window)) listener(event);
        });
      },
    });
  });
  await scenarioStart(page, scenario.title);
  await panelReach(page, 'Marking', scenario);
  const { marks, frame } = await imageOf(page);
  await marksDraw(page, marks, frame.sector);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled(PATIENCE);
  await page.evaluate(() => Object.assign(window, { isHung: true }));

  const other = await context.newPage();
  await other.goto('/');
  await other.getByRole('link', { name: 'Go on where you were' }).click();
  await panelIs(other, 'Marking');
  await other.getByRole('button', { name: 'Undo' }).click(PATIENCE);
  await expect(other.getByRole('button', { name: 'Redo' })).toBeEnabled(PATIENCE);

  // It counts the seconds of the step, and is told when it would keep them.
  await page.bringToFront();
  await expect(page.getByRole('heading', { name: 'Open in another tab' })).toBeVisible(PATIENCE);
  await expect(page.getByText('This tab did not answer for a while')).toBeVisible();
  await axeCheck(page);
  await page.evaluate(() => Reflect.deleteProperty(window, 'isHung'));

  // What the other one has kept is as it was.
  await other.bringToFront();
  await other.reload();
  await panelIs(other, 'Marking');
  await expect(other.getByRole('button', { name: 'Redo' })).toBeEnabled(PATIENCE);

  await page.bringToFront();
  await page.getByRole('button', { name: 'Go on with mine' }).click();
  await panelIs(page, 'Marking');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled(PATIENCE);
  await expect(page.getByRole('button', { name: 'Redo' })).toBeDisabled();
  await expect(other.getByRole('heading', { name: 'Open in another tab' })).toBeVisible(PATIENCE);
});

test("what one tab has played is in the other's lists", async ({ page, context }) => {
  await page.goto('/');
  const other = await context.newPage();
  await scenarioStart(other, scenario.title);
  await panelReach(other, 'Freeze', scenario);
  await page.bringToFront();
  await expect(page.getByText('You are in the middle of')).toBeVisible(PATIENCE);
  await other.bringToFront();
  await panelReach(other, 'Debrief', scenario);
  await other.getByRole('button', { name: 'Show my result' }).click();
  await panelReach(other, 'Result', scenario);
  await other.getByRole('button', { name: 'Sound' }).click();
  await page.bringToFront();
  await expect(page.getByText('You are in the middle of')).toHaveCount(0, PATIENCE);
  await expect(await bestScoresShown(page, scenario)).toHaveCount(1, PATIENCE);
  await expect(page.getByRole('button', { name: 'Sound' })).toHaveAttribute('title', 'Sound is off');
});
