import { expect, test } from '@playwright/test';
import { marksShift } from '../../src/domain/marks/mark-shift.ts';
import { repetitions } from '../support/repetitions.ts';
import {
  bestScoresShown,
  panelNow,
  panelPass,
  panelReach,
  scenarioStart,
  scoreShown,
} from './support/play.ts';
import { imageOf, marksDraw, PATIENCE } from './support/screen.ts';
import { scenarioRead } from './support/truth.ts';

/**
 * Each scenario, and the direction in which its findings are thin: marks moved that way miss them. All of them are played
 * by simulated players too, without a browser (`tests/unit/cli/scenario-play.test.ts`).
 */
const SCENARIOS = [
  { name: 'count-the-b-lines', shiftMm: [10, 0] },
  { name: 'find-the-bat-sign', shiftMm: [0, 10] },
  { name: 'a-lines', shiftMm: [0, 10] },
] as const;

test.describe.configure({ timeout: 240_000 });

for (const { name, shiftMm } of SCENARIOS.slice(0, repetitions(1, SCENARIOS.length))) {
  const scenario = scenarioRead(name);

  test(`${scenario.title}: played through with the truth's marks`, async ({ page }) => {
    await scenarioStart(page, scenario.title);
    const scores: number[] = [];
    for (let now = await panelNow(page); now !== 'Result'; now = await panelNow(page)) {
      if (now === 'Marking') {
        const known = await imageOf(page);
        expect(await marksDraw(page, known.marks, known.frame.sector)).toBeGreaterThan(0);
      }
      if (now === 'Feedback') scores.push(await scoreShown(page));
      await panelPass(page, now, scenario);
    }
    // The button that led here is gone: the keyboard goes on from the result.
    await expect(page.locator('.panel-body')).toBeFocused();
    expect(scores).toHaveLength(scenario.images.length);
    for (const score of scores) expect(score).toBeGreaterThanOrEqual(90);
    const result = page.getByTestId('run-score');
    expect(Number(await result.getAttribute('data-score'))).toBeGreaterThanOrEqual(90);

    await page.getByRole('link', { name: 'All scenarios' }).click();
    await bestScoresShown(page, scenario);
    await expect(page.getByRole('link', { name: new RegExp(`${scenario.title}.*Best \\d+`) })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('link', { name: new RegExp(`${scenario.title}.*Best \\d+`) })).toBeVisible(
      PATIENCE,
    );
  });

  test(`${scenario.title}: without marks 0, with marks 10 mm away less than 40`, async ({ page }) => {
    await scenarioStart(page, scenario.title);
    await panelReach(page, 'Marking', scenario);
    await panelPass(page, 'Marking', scenario);
    await panelReach(page, 'Feedback', scenario);
    expect(await scoreShown(page)).toBe(0);

    await page.getByRole('button', { name: 'Try again' }).click();
    await panelReach(page, 'Marking', scenario);
    const { marks, frame } = await imageOf(page);
    const [dx, dy] = shiftMm;
    await marksDraw(page, marksShift(marks, frame.sector, dx, dy), frame.sector);
    await panelPass(page, 'Marking', scenario);
    await panelReach(page, 'Feedback', scenario);
    const score = await scoreShown(page);
    expect(score).toBeLessThan(40);
  });
}
