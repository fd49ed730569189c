import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import type { RoundItem } from '../../src/domain/learning/next-round.ts';
import { roundId } from '../../src/parts/session/round-id.ts';
import { axeCheck } from './support/accessible.ts';
import { roundShown, roundStep } from './support/round.ts';
import { PATIENCE } from './support/screen.ts';

test.describe.configure({ timeout: 300_000 });

const DAY_MS = 86_400_000;

interface Copy {
  readonly attempts: readonly { readonly id: string; readonly atMs: number }[];
  readonly items: readonly { readonly id: string; readonly atMs: number; readonly grade: number }[];
  readonly learner: { readonly id: string; readonly name: string };
}

/** Images that are found: each is asked which pattern it shows. */
function patterns(count: number): readonly RoundItem[] {
  return Array.from({ length: count }, (_, i) => ({
    skill: 'zone_pattern',
    level: 'easy',
    isNormal: true,
    seed: 100 + i,
    reason: { code: 'new_skill', item: i + 1 },
  }));
}

/** An image that is looked for, and of which `nothingFound` says that there is none. */
const NOWHERE: RoundItem = {
  skill: 'rib.find',
  level: 'hard',
  isNormal: false,
  seed: 7,
  reason: { code: 'new_skill', item: 1 },
};

/** As if none of a hundred patients fitted, which takes long to find out: the answer of the worker that looks. */
const nothingFound = (page: Page) =>
  page.route('**/draw.worker*', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      headers: { 'cross-origin-embedder-policy': 'require-corp' },
      body: `onmessage = ({ data: { request, draw } }) => postMessage(
        draw.item?.skill === '${NOWHERE.skill}'
          ? { fact: { code: 'itemNotDrawn', tries: 100 } }
          : { drawn: { request, measured: null, tries: 1 } });`,
    }),
  );

const roundOpen = (page: Page, items: readonly RoundItem[]) => page.goto(`/#/play/${roundId(items)}`);

async function copySave(page: Page, press: () => Promise<void>): Promise<Copy> {
  const [copy] = await Promise.all([page.waitForEvent('download', PATIENCE), press()]);
  return JSON.parse(readFileSync((await copy.path())!, 'utf8')) as Copy;
}

const notice = (page: Page, text: RegExp) => page.locator('.notice').filter({ hasText: text });

test('a browser that keeps nothing in the middle of a round: all of it is handed over, and kept as soon as there is room', async ({
  page,
}) => {
  await roundOpen(page, patterns(2));
  let shown = await roundStep(page, await roundShown(page, null), 'right');
  shown = await roundStep(page, shown, 'right');
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given) {
      if ('isFull' in window) throw new DOMException('No more room.', 'QuotaExceededError');
      return Reflect.apply(put, this, given);
    };
    Object.assign(window, { isFull: true });
  });
  shown = await roundStep(page, shown, 'guessed');
  await expect(notice(page, /The browser kept nothing just now/)).toBeVisible(PATIENCE);
  shown = await roundStep(page, shown, 'right');
  expect(shown.place).toBe('Result');
  await expect(page.getByText('This result could not be saved in this browser.')).toBeVisible(PATIENCE);
  await axeCheck(page);
  const refused = notice(page, /The browser kept nothing just now/);
  const held = await copySave(page, () =>
    refused.getByRole('button', { name: 'Save a copy' }).click(PATIENCE),
  );
  expect(held.items).toHaveLength(2);
  expect(held.attempts).toHaveLength(1);

  await page.evaluate(() => Reflect.deleteProperty(window, 'isFull'));
  await page.getByRole('button', { name: 'Save again' }).click();
  await expect(page.getByText('This result could not be saved in this browser.')).toHaveCount(0, PATIENCE);
  await page.goto('/#/settings');
  const kept = await copySave(page, () => page.getByRole('button', { name: 'Save a copy' }).click(PATIENCE));
  expect(kept.attempts).toEqual(held.attempts);
  expect(kept.items).toEqual(held.items);
});

test('a clock that is put wrong, images that nobody finds, and copies that are none: a sentence each, and the round goes on', async ({
  page,
}) => {
  const [first, second, third] = patterns(3) as [RoundItem, RoundItem, RoundItem];
  await nothingFound(page);
  await roundOpen(page, [first, NOWHERE, second, third]);
  let shown = await roundStep(page, await roundShown(page, null), 'right');

  const clockMove = (days: number) =>
    page.evaluate((ms) => {
      const { now } = Date;
      Date.now = () => now() + ms;
    }, days * DAY_MS);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('alert')).toHaveText(
    /^No fitting patient was found among 100: skip this image/,
    PATIENCE,
  );
  await axeCheck(page);
  await page.getByRole('button', { name: 'Skip this step' }).click();
  shown = await roundShown(page, { place: 'Something failed', item: 2 });
  expect(shown).toEqual({ place: 'Question', item: 3 });
  // A year ahead, and back.
  await clockMove(365);
  shown = await roundStep(page, shown, 'right');
  await clockMove(-366);

  // In the middle of the round somebody brings in files.
  await page.getByRole('link', { name: 'Settings' }).click();
  const own = await copySave(page, () => page.getByRole('button', { name: 'Save a copy' }).click(PATIENCE));
  expect(own.items).toHaveLength(2);
  expect(own.items[1]!.atMs - own.items[0]!.atMs).toBeGreaterThan(364 * DAY_MS);
  const give = (content: string) =>
    page
      .getByLabel('Saved copy')
      .setInputFiles({ name: 'copy.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  const text = JSON.stringify(own);
  await give(JSON.stringify({ ...own, version: 99 }));
  await expect(page.getByRole('alert')).toHaveText(/^A newer version of Batsign saved this copy/, PATIENCE);
  await give(text.slice(0, text.length / 2));
  await expect(page.getByRole('alert')).toHaveText(/^This is no copy that Batsign saved/, PATIENCE);
  const edited = { ...own.items[0]!, id: 'by hand', grade: 1000 };
  await give(JSON.stringify({ ...own, items: [...own.items, edited] }));
  await expect(page.getByTestId('copy-change')).toContainText('1 record of the copy is damaged', PATIENCE);
  await page.getByRole('button', { name: 'Leave it' }).click();
  await give(JSON.stringify({ ...own, learner: { id: 'somebody else', name: 'Eve' } }));
  await expect(page.getByRole('alert')).toHaveText(/^This copy is of another learner, Eve/, PATIENCE);
  await expect(page.getByRole('button', { name: 'Add it' })).toBeDisabled();
  await page.getByRole('button', { name: 'Leave it' }).click();

  await page.getByRole('link', { name: 'Batsign, home' }).click();
  await page.getByRole('link', { name: 'Go on where you were' }).click();
  shown = await roundShown(page, null);
  expect(shown.item).toBe(3);
  if (shown.place === 'told') shown = await roundStep(page, shown, 'right');
  shown = await roundStep(page, shown, 'right');
  await expect(notice(page, /The clock of this device says that it is earlier/)).toBeVisible(PATIENCE);
  shown = await roundStep(page, shown, 'right');
  expect(shown.place).toBe('Result');
  await page.goto('/#/settings');
  const after = await copySave(page, () => page.getByRole('button', { name: 'Save a copy' }).click(PATIENCE));
  expect(after.items.slice(0, 2)).toEqual(own.items);
  expect(after.items).toHaveLength(3);
  expect(after.attempts).toHaveLength(1);
  // What is due is chosen all the same.
  await page.goto('/#/round');
  await roundShown(page, null);
  await page.goto('/#/progress');
  await expect(page.locator('.skill-row').first()).toBeVisible(PATIENCE);
});
