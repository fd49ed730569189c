import { expect, type Page, test } from '@playwright/test';
import { axeCheck } from './support/accessible.ts';
import { goOn, type PanelName, panelNow, panelPass, scenarioStart } from './support/play.ts';
import { scenarioRead } from './support/truth.ts';

test.describe.configure({ timeout: 240_000 });

/** No violation of weight, and a title that says where one is. */
async function screenCheck(page: Page, title: RegExp): Promise<void> {
  await expect(page).toHaveTitle(title);
  await axeCheck(page);
}

const PAGES = [
  ['/', /^Batsign$/],
  ['/#/settings', /^Settings · Batsign$/],
  ['/#/about', /^About Batsign · Batsign$/],
  ['/#/play/own-clip', /^Your own clip · Batsign$/],
] as const;

for (const [place, title] of PAGES) {
  test(`${place} has no serious accessibility violations`, async ({ page }) => {
    await page.goto(place);
    await expect(page.getByRole('heading').first()).toBeVisible();
    await screenCheck(page, title);
  });
}

test('no screen of a scenario has serious accessibility violations', async ({ page }) => {
  const scenario = scenarioRead('count-the-b-lines');
  await scenarioStart(page, scenario.title);
  const seen = new Set<PanelName>();
  let isOverlaid = false;
  for (let now = await panelNow(page); ; now = await panelNow(page)) {
    if (!seen.has(now)) {
      await screenCheck(page, /^Count and mark the B-lines · Batsign$/);
      if (now === 'Marking') {
        await page.getByRole('button', { name: /^Hint/ }).click();
        await page.keyboard.press('?');
        await expect(page.getByRole('dialog')).toBeVisible();
        await screenCheck(page, /Batsign$/);
        await page.keyboard.press('Escape');
      }
    }
    seen.add(now);
    if (now === 'Result') break;
    if (now === 'Feedback' && !isOverlaid) {
      await page.getByRole('button', { name: "Show the network's overlay" }).click();
      await screenCheck(page, /Batsign$/);
      isOverlaid = true;
    }
    if (now === 'Marking' && seen.has('Feedback')) await goOn(page, 'Skip this image');
    else await panelPass(page, now, scenario);
  }
  expect([...seen].sort()).toEqual(
    ['Briefing', 'Debrief', 'Feedback', 'Freeze', 'Marking', 'Observe', 'Question', 'Result'].sort(),
  );
});

test('with reduced motion the greeting stands still until it is asked to move', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Let the picture move' })).toBeVisible();
});
