import { expect, type Page, test } from '@playwright/test';
import { CHROMIUM_ARGS, testChromiumFind } from '../../scripts/lib/chromium.mjs';
import { axeCheck, touchCheck } from './support/accessible.ts';
import { clipOpen, fileGive, pictureMake } from './support/clip.ts';
import { pageErrors } from './support/page-errors.ts';
import { bestScoresShown, panelReach } from './support/play.ts';
import { tabOpen } from './support/scan.ts';
import { PATIENCE } from './support/screen.ts';
import { scenarioRead } from './support/truth.ts';

test.describe.configure({ timeout: 240_000 });

const scenario = scenarioRead('find-the-bat-sign');
const executablePath = testChromiumFind();
const notice = (page: Page) => page.locator('.notice');

// Served over plain http under a name that is not this computer's: no secure context, as in a skills lab.
test.use({
  baseURL: `http://lab.test:${process.env.BATSIGN_E2E_PORT}/`,
  launchOptions: {
    args: [...CHROMIUM_ARGS, '--host-resolver-rules=MAP lab.test 127.0.0.1'],
    ...(executablePath === null ? {} : { executablePath }),
  },
});

test('a lesson is played and its attempt kept; what is not possible is said once, out of the way', async ({
  page,
}) => {
  const errors = pageErrors(page);
  await page.goto('/');
  expect(await page.evaluate(() => [isSecureContext, 'randomUUID' in crypto, crossOriginIsolated])).toEqual([
    false,
    false,
    false,
  ]);
  await expect(notice(page)).toHaveText(/Over plain http.*Scores are kept\. Over https/);
  await axeCheck(page);
  await touchCheck(page);
  await notice(page).getByRole('button', { name: 'Dismiss this message' }).click();
  await expect(notice(page)).toHaveCount(0);

  await page.getByRole('link', { name: scenario.title }).first().click();
  await panelReach(page, 'Result', scenario);
  await bestScoresShown(page, scenario);
  const best = page.getByRole('link', { name: new RegExp(`${scenario.title}.*Best \\d+`) });
  await expect(best).toBeVisible(PATIENCE);
  await page.reload();
  await expect(best).toBeVisible(PATIENCE);
  expect(errors).toEqual([]);
});

test('there can be several learners, and that no PIN can be set is said', async ({ page }) => {
  await page.goto('/#/learners');
  await page.getByRole('button', { name: 'Set a PIN' }).click(PATIENCE);
  await expect(page.getByText('No PIN can be set here')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save the PIN' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByLabel('Name').fill('Ana');
  await page.getByRole('button', { name: 'Add this learner' }).click();
  await page.getByRole('button', { name: 'Go on as Ana' }).click(PATIENCE);
  await expect(page.getByRole('link', { name: 'Learner: Ana' })).toBeVisible(PATIENCE);
});

test('the network runs, own pictures are read, clips are kept as long as the page, no camera is said', async ({
  page,
}) => {
  const errors = pageErrors(page);
  await page.goto('/#/scan');
  await tabOpen(page, 'Image');
  await page.getByRole('button', { name: "Show the network's overlay" }).click();
  await expect(page.getByTestId('network-meter')).toHaveText(/\d+ fps/, PATIENCE);
  await clipOpen(page);
  await fileGive(page, 'scan.png', pictureMake().png);
  await expect(page.getByText(/found with a confidence of/)).toBeVisible(PATIENCE);
  await page.goto('/#/clips');
  await expect(page.getByText(/lost when the page is closed/)).toBeVisible(PATIENCE);
  await page.goto('/#/live');
  await page.getByRole('button', { name: 'Switch the camera on' }).click();
  await expect(page.getByText(/open it over https or from this computer/)).toBeVisible(PATIENCE);
  expect(errors).toEqual([]);
});
