import { expect, test } from '@playwright/test';
import { GLOSSARY } from '../../src/domain/medicine/glossary.ts';
import { say } from '../../src/ui/words/say.ts';
import { axeCheck } from './support/accessible.ts';
import { PATIENCE } from './support/screen.ts';

const COUNT = GLOSSARY.length;

test('a term is looked for, gone to by its address, and followed to what it is taken for', async ({
  page,
}) => {
  await page.goto('/#/glossary');
  const cards = page.getByRole('article');
  await expect(cards).toHaveCount(COUNT, PATIENCE);
  await expect(page.getByRole('status').first()).toHaveText(say('glossary.found', { count: COUNT }));
  await axeCheck(page);

  const search = page.getByRole('searchbox', { name: say('glossary.search') });
  await search.fill('shimmers');
  await expect(cards).toHaveCount(1);
  await expect(cards.getByRole('heading')).toHaveText('Lung sliding');
  await search.fill('xyz');
  await expect(cards).toHaveCount(0);
  await expect(page.getByText(say('glossary.none'))).toBeVisible();

  await page.goto('/#/glossary/b-line');
  const heading = page.getByRole('heading', { name: 'B-line', exact: true });
  await expect(heading).toBeFocused(PATIENCE);
  await expect(heading).toBeInViewport();
  await expect(cards).toHaveCount(COUNT);
  const card = page.locator('#b-line');
  await expect(card.getByRole('img')).toHaveAccessibleName(/pleural line.*B-line/, PATIENCE);
  await card.getByText('Sources').click();
  await expect(card.getByRole('listitem').filter({ hasText: 'Volpicelli' })).toBeVisible();

  await card.getByRole('link', { name: 'Z-line' }).click();
  await expect(page.getByRole('heading', { name: 'Z-line' })).toBeFocused();
  await expect(page).toHaveURL(/#\/glossary\/z-line$/);
  await page.goBack();
  await expect(heading).toBeFocused();
});

test('pictures are made one after another, where they are nearly in view', async ({ page }) => {
  await page.goto('/#/glossary');
  const figures = page.locator('.labelled-picture');
  await expect(figures.first().locator('canvas')).toBeVisible(PATIENCE);
  const pictured = await page.locator('.picture-in-turn').count();
  expect(pictured).toBeGreaterThan(20);
  // What is far below has not been asked for.
  expect(await figures.count()).toBeLessThan(pictured / 2);
  await page.locator('#lus-score').scrollIntoViewIfNeeded();
  await expect(page.locator('#positive-region canvas')).toBeVisible(PATIENCE);
});

test('a term in a briefing opens over it, and the briefing stays where it is', async ({ page }) => {
  await page.goto('/#/play/count-the-b-lines');
  const panel = page.locator('.panel-body');
  const link = panel.getByRole('button', { name: 'B-line', exact: true });
  await expect(link).toHaveCount(1, PATIENCE);
  await link.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'B-line', exact: true });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('img')).toHaveAccessibleName(/B-line/, PATIENCE);
  await axeCheck(page);
  await dialog.getByRole('button', { name: 'Comet tail' }).click();
  await expect(page.getByRole('dialog', { name: 'Comet tail' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(link).toBeFocused();
  await expect(page).toHaveURL(/#\/play\/count-the-b-lines$/);
});
