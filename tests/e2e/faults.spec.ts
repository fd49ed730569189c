import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { decode } from 'fast-png';
import { roundId } from '../../src/parts/session/round-id.ts';
import { axeCheck } from './support/accessible.ts';
import { imageMark, marksPass, panelReach, scenarioStart } from './support/play.ts';
import { roundShown, roundStep } from './support/round.ts';
import { tabOpen } from './support/scan.ts';
import { PATIENCE } from './support/screen.ts';
import { scenarioRead } from './support/truth.ts';

const scenario = scenarioRead('find-the-bat-sign');

test.describe.configure({ timeout: 240_000 });

/** Answers for these files neither come nor end, until they are let go. */
async function filesHold(context: BrowserContext, files: string): Promise<{ letGo: () => void }> {
  let isHeld = true;
  await context.route(files, async (route) => {
    if (!isHeld) await route.continue();
  });
  return {
    letGo() {
      isHeld = false;
    },
  };
}

/** Sees the first image graded although there is no network. */
async function gradedWithout(page: Page): Promise<void> {
  await expect(
    page.getByText(/could not read this image, so it is graded by what the phantom really/),
  ).toBeVisible();
}

test('wasm that never arrives: the game goes on without the network', async ({ page, context }) => {
  await filesHold(context, '**/*.wasm');
  await scenarioStart(page, scenario.title);
  await panelReach(page, 'Feedback', scenario);
  await gradedWithout(page);
});

test('weights that never arrive: the game goes on without the network, and trying again is there', async ({
  page,
  context,
}) => {
  const weights = await filesHold(context, '**/*.bin');
  await scenarioStart(page, scenario.title);
  await imageMark(page, scenario);
  await marksPass(page, scenario);
  await gradedWithout(page);
  await page.goto('/#/scan');
  await tabOpen(page, 'Image');
  await expect(page.getByText('The network does not arrive.')).toBeVisible(PATIENCE);
  await axeCheck(page);
  // It is tried again as a page is opened, and what is said stays until it is there.
  await expect(page.getByText('Loading the network')).toHaveCount(0);
  weights.letGo();
  await page.getByRole('button', { name: 'Try again' }).click(PATIENCE);
  await page.getByRole('button', { name: "Show the network's overlay" }).click(PATIENCE);
  await expect(page.getByTestId('network-meter')).toHaveText(/\d+ fps/, PATIENCE);
});

test('a part of the game that does not arrive is tried again, and its absence said', async ({
  page,
  context,
}) => {
  let refusals = Number.POSITIVE_INFINITY;
  await context.route('**/scanner-phaser*', async (route) => {
    refusals -= 1;
    if (refusals < 0) await route.continue();
    else await route.abort();
  });
  await scenarioStart(page, scenario.title);
  await expect(page.getByText('A part of the game did not arrive: try again.')).toBeVisible(PATIENCE);
  await axeCheck(page);
  refusals = 1;
  await imageMark(page, scenario);
  await marksPass(page, scenario);
});

test('room that is nearly full is told before it is hit, and the browser is asked to keep what was played', async ({
  page,
}) => {
  await page.addInitScript(() => {
    navigator.storage.estimate = async () => ({ usage: 950e6, quota: 1000e6 });
    navigator.storage.persisted = async () => false;
    navigator.storage.persist = async () => {
      document.documentElement.dataset.persists = `${Number(document.documentElement.dataset.persists ?? 0) + 1}`;
      return true;
    };
  });
  await page.goto('/');
  await expect(page.locator('.notice')).toContainText('95 % is used, 48 MB are left');
  // One image, whose answer is kept.
  const reason = { code: 'new_skill', item: 1 } as const;
  const item = { skill: 'zone_pattern', level: 'easy', isNormal: true, seed: 1, reason } as const;
  await page.goto(`/#/play/${roundId([item])}`);
  const shown = await roundShown(page, null);
  expect(await page.locator('html').getAttribute('data-persists')).toBeNull();
  await roundStep(page, shown, 'guessed');
  await expect(page.locator('html')).toHaveAttribute('data-persists', '1', PATIENCE);
});

test('a graphics card that stops: the image goes on without it, with every mark, and it is said', async ({
  page,
  context,
}) => {
  // As on a machine with a graphics card.
  await context.route('**/renderer.worker*', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      headers: { 'cross-origin-embedder-policy': 'require-corp' },
      body: "postMessage('GeForce');",
    }),
  );
  await scenarioStart(page, scenario.title);
  await imageMark(page, scenario);
  await page.mouse.move(2, 2);
  const screen = page.locator('#screen');
  const greens = () => screen.screenshot({ animations: 'disabled' }).then((png) => coloured(png));
  const before = await greens();
  expect(before).toBeGreaterThan(500);
  const isLost = await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.screen-canvas canvas')!;
    const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
    gl?.getExtension('WEBGL_lose_context')?.loseContext();
    return gl !== null;
  });
  expect(isLost).toBe(true);
  await expect(page.getByText('The graphics card stopped drawing the image.')).toBeVisible(PATIENCE);
  await expect.poll(greens, PATIENCE).toBeGreaterThan(0.9 * before);
  await marksPass(page, scenario);
});

/** Pixels that are no grey: marks, on a picture that is. */
function coloured(png: Buffer): number {
  const { data, channels } = decode(png);
  let count = 0;
  for (let at = 0; at < data.length; at += channels) {
    const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 60) count += 1;
  }
  return count;
}
