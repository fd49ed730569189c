import { expect, type Page } from '@playwright/test';
import { imageOf, marksDraw, PATIENCE } from './screen.ts';
import type { KnownImage } from './truth.ts';

/** Draws on the frozen image, in the place of the learner. */
export type WalkMarks = (known: KnownImage) => KnownImage['marks'];

/** What panels stand on, in any language. */
export type WalkPlace = 'mark' | 'feedback' | 'question' | 'answered' | 'result' | 'text';

async function placeNow(page: Page): Promise<WalkPlace> {
  if ((await page.locator('input[name=finding]').count()) > 0) return 'mark';
  if ((await page.getByTestId('run-score').count()) > 0) return 'result';
  if ((await page.getByTestId('reply-score').count()) > 0) return 'answered';
  if ((await page.locator('.panel-body input').count()) > 0) return 'question';
  return (await page.getByTestId('score').count()) > 0 ? 'feedback' : 'text';
}

/**
 * Goes through a lesson by each panel's main button, whatever language it speaks, until its result is shown. Questions
 * get their first answer.
 *
 * @param look is called on each panel, after the marks were drawn where it asks for them
 */
export async function lessonWalk(
  page: Page,
  marks: WalkMarks,
  look: (place: WalkPlace) => Promise<void>,
): Promise<void> {
  const body = page.locator('.panel-body');
  const main = page.locator('.panel-foot .button-primary, .panel-body .button-primary').last();
  for (;;) {
    await expect(main).toBeVisible(PATIENCE);
    const place = await placeNow(page);
    if (place === 'mark') {
      const known = await imageOf(page);
      await marksDraw(page, marks(known), known.frame.sector);
    }
    await look(place);
    if (place === 'result') return;
    if (place === 'question') await questionAnswer(page);
    const before = await body.innerText();
    await expect(main).toBeEnabled(PATIENCE);
    await main.click();
    await expect.poll(() => body.innerText(), PATIENCE).not.toBe(before);
  }
}

async function questionAnswer(page: Page): Promise<void> {
  const choice = page.locator('input[name=reply]').first();
  if ((await choice.count()) > 0) await choice.check({ force: true });
  else await page.locator('.panel-body input').first().fill('1');
}
