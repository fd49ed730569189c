import { expect, type Page, test } from '@playwright/test';
import { marksShift } from '../../src/domain/marks/mark-shift.ts';
import { cutTexts, pseudoSpeak, unmarkedTexts } from './support/pseudo-language.ts';
import { PATIENCE } from './support/screen.ts';
import { lessonWalk } from './support/walk.ts';

test.describe.configure({ timeout: 240_000 });

const PLACES = [
  '/',
  '/#/learners',
  '/#/settings',
  '/#/about',
  '/#/glossary',
  '/#/clips',
  '/#/live',
  '/#/play/own-clip',
  '/#/play/find-the-bat-sign',
  '/#/scan',
] as const;

async function wordsCheck(page: Page, place: string): Promise<void> {
  expect.soft(await unmarkedTexts(page), `${place}: not from the words`).toEqual([]);
  expect.soft(await cutTexts(page), `${place}: cut off`).toEqual([]);
}

for (const [width, height] of [
  [390, 844],
  [1280, 800],
] as const) {
  test(`every page speaks by its words alone, and longer ones find room, at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await pseudoSpeak(page);
    for (const place of PLACES) {
      await page.goto(place);
      await expect(page.getByRole('heading', { level: 1 }), place).toHaveCount(1, PATIENCE);
      await wordsCheck(page, place);
    }
    const panels = page.locator('.scan-tabs label');
    for (let panel = 0; panel < (await panels.count()); panel++) {
      await panels.nth(panel).click();
      await wordsCheck(page, `/#/scan, panel ${panel + 1}`);
    }
  });
}

test('every panel of a lesson speaks by its words alone, and longer ones find room on a phone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await pseudoSpeak(page);
  await page.goto('/#/play/count-the-b-lines');
  const seen = new Set<string>();
  await lessonWalk(
    page,
    // The first image is marked beside its findings, the others are not marked.
    ({ marks, frame }) => (seen.has('mark') ? [] : marksShift(marks, frame.sector, 4, 4)),
    async (place) => {
      seen.add(place);
      await wordsCheck(page, `the panel of ${place}`);
    },
  );
  expect([...seen].sort()).toEqual(['answered', 'feedback', 'mark', 'question', 'result', 'text']);
});

test('Español is one press away, is kept, and is undone in the settings', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Aprende a leer una ecografía pulmonar marcándola.',
    PATIENCE,
  );
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.getByRole('link', { name: 'Empezar: Encuentra el signo del murciélago' })).toBeVisible();
  await page.goto('/#/settings');
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Español' })).toBeChecked(PATIENCE);
  await page.getByRole('radio', { name: 'English' }).check({ force: true, ...PATIENCE });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings', PATIENCE);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test.describe('a browser that prefers Spanish', () => {
  test.use({ locale: 'es-MX' });

  test('is spoken to in Spanish at once, and plays a lesson in it', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Empezar: Encuentra el signo del murciélago' }).click(PATIENCE);
    await expect(
      page.getByText('La sonda está colocada a lo largo del cuerpo, sobre dos costillas.'),
    ).toBeVisible(PATIENCE);
  });
});
