import { expect, type Page, test } from '@playwright/test';
import { axeCheck } from './support/accessible.ts';
import { goOn, type PanelName, panelNow, panelPass, scenarioStart } from './support/play.ts';
import { PATIENCE } from './support/screen.ts';
import { scenarioRead } from './support/truth.ts';

test.describe.configure({ timeout: 240_000 });

/** No violation of weight, and a title that says where one is. */
async function screenCheck(page: Page, title: RegExp): Promise<void> {
  await expect(page).toHaveTitle(title);
  await axeCheck(page);
}

const PAGES = [
  ['/', /^Batsign$/],
  ['/#/learners', /^Learners · Batsign$/],
  ['/#/settings', /^Settings · Batsign$/],
  ['/#/about', /^About Batsign · Batsign$/],
  ['/#/lesson/b-lines', /^B-lines · Batsign$/],
  ['/#/play/own-clip', /^Your own clip · Batsign$/],
] as const;

test('no page has serious accessibility violations', async ({ page }) => {
  for (const [place, title] of PAGES) {
    await test.step(place, async () => {
      await page.goto(place);
      await expect(page).toHaveTitle(title, PATIENCE);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible(PATIENCE);
      await axeCheck(page);
    });
  }
});

const ROUTES = [
  '/',
  '/#/scan',
  '/#/live',
  '/#/clips',
  '/#/learners',
  '/#/settings',
  '/#/about',
  '/#/glossary',
  '/#/studio',
  '/#/lesson/whole-patient',
  '/#/play/own-clip',
] as const;

test('every page has one title, and none is wider than a phone or a desk at twice its zoom', async ({
  page,
}) => {
  for (const [width, height] of [
    [390, 844],
    [640, 400],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const place of ROUTES) {
      await page.goto(place);
      await expect(page.getByRole('heading', { level: 1 }), place).toHaveCount(1, { timeout: 90_000 });
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(beyond, place).toBeLessThanOrEqual(0);
    }
  }
});

test('at twice the zoom the scanned image is no stamp, and the first picture of a phone is not squashed', async ({
  page,
}) => {
  await page.setViewportSize({ width: 640, height: 400 });
  await page.goto('/#/scan');
  const screen = page.locator('#screen');
  await expect(screen).toHaveAttribute('data-layout', /\d/, { timeout: 90_000 });
  const { width, height } = (await screen.boundingBox())!;
  expect(Math.min(width, height)).toBeGreaterThan(190);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  const fit = await page
    .locator('.hero-screen canvas')
    .evaluate((canvas) => getComputedStyle(canvas).objectFit);
  expect(fit).toBe('contain');
});

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
